// Law 6: what a task was lent lives until the task is done.
// A parameter that is a reference or a view is copied into the frame of the
// coroutine, what it refers to is not: a task that outlives its arguments reads
// memory that is gone.
// Silent on purpose: tasks that are awaited in the statement of the call,
// arguments that live elsewhere, parameters that are not used after a
// suspension of an eager coroutine, definitions of whatever a caller can await.

#include "model/Names.h"
#include "model/ViewType.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/LoanWording.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

using To = TaskRoute::To;

/// What the coroutine has instead of the object: "refers to", "looks into".
const char *refers(const ParmVarDecl &P) {
  if (P.getType()->isReferenceType())
    return " refers to ";
  return P.getType()->isPointerType() ? " points to " : " looks into ";
}

void reportCall(const LostLoan &Lost, RuleContext &Context) {
  const ParmVarDecl &P = *Lost.Late.Parameter;
  const std::string Name = quoted(P.getName());
  Finding New;
  New.Where = isa<CXXDefaultArgExpr>(Lost.Lent) ? Lost.Call.where()
                                                : Lost.Lent->getBeginLoc();
  New.Text = Name + " of " + mention(Lost.Call) + refers(P) +
             (Lost.Local ? quoted(Lost.Local->getName()) + ", which dies "
                         : "a temporary that dies ") +
             whenItDies(Lost) + "; the task uses it later";
  noteRouteAndUse(Lost, Name, New);
  New.note(P.getLocation(),
           "take " + Name + " by value, or await the task where " +
               (Lost.Local ? quoted(Lost.Local->getName()) + " is alive"
                           : "the argument is made"));
  addEvidence(Lost, Context.model(), New);
  Context.report(std::move(New));
}

/// True if callers pass to \p P what need not outlive the call: temporaries can
/// be bound to it.
bool takesTemporaries(const ParmVarDecl &P) {
  const QualType T = P.getType();
  if (T->isReferenceType())
    return T->isRValueReferenceType() || T->getPointeeType().isConstQualified();
  return viewKind(T) == ViewKind::View;
}

/// A coroutine that nobody can wait for: no caller can keep its arguments.
void reportDefinition(const LateUse &Late, const FunctionDecl &F,
                      RuleContext &Context) {
  const std::string Name = quoted(Late.Parameter->getName());
  Finding New;
  New.Where = Late.Parameter->getLocation();
  New.Text = Name + " is used after " + mention(F) +
             " has suspended, and nobody can wait for its end; the caller's "
             "argument may be gone";
  New.note(Late.Point->Where, "suspends here");
  New.note(Late.Use->getBeginLoc(), Name + " is used here afterwards");
  New.note(New.Where, "take " + Name + " by value");
  New.Evidence.push_back(Context.model().type(F.getReturnType()).Evidence);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  for (const LostLoan &Lost : Context.lendings().of(F))
    if (Lost.Late.What == LateUse::Of::Parameter &&
        (!Lost.Local || Lost.Route.End == To::Returned))
      reportCall(Lost, Context);
  if (!isCoroutine(F) ||
      Context.model().type(F.getReturnType()).Kind != AsyncKind::Detached)
    return;
  for (const LateUse &Late : Context.lendings().late().of(F))
    if (Late.What == LateUse::Of::Parameter && Late.Point &&
        takesTemporaries(*Late.Parameter))
      reportDefinition(Late, F, Context);
}

} // namespace

extern const Rule DanglingParameter;
const Rule DanglingParameter = {
    {"coro-dangling-parameter",
     "lifetime",
     "L6",
     "an argument dies before the coroutine that refers to it",
     Confidence::Certain,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
