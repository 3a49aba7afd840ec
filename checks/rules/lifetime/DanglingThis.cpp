// Law 6: what a task was lent lives until the task is done.
// A member coroutine keeps a pointer to its object, not the object. If the task
// goes on by itself, the object may be gone after a suspension.
// Silent on purpose: objects whose class does not say that they come and go
// (only those that are shared by counted pointers they make themselves do),
// tasks that somebody waits for, everything that holds a strong pointer to the
// object: a capture, an argument, a local variable of the coroutine.

#include "flow/AcrossSuspension.h"
#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/KeptAlive.h"
#include "rules/lifetime/LoanWording.h"
#include "rules/lifetime/SharedObject.h"
#include "rules/lifetime/UncheckedLock.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

using Of = LateUse::Of;
using To = TaskRoute::To;

//===--- An object that dies in sight -------------------------------------===//

void reportObject(const LostLoan &Lost, RuleContext &Context) {
  Finding New;
  New.Where = Lost.Lent->getBeginLoc();
  New.Text = (Lost.Local ? quoted(Lost.Local->getName())
                         : std::string("the temporary")) +
             " dies " + whenItDies(Lost) + "; " + mention(Lost.Call) +
             " uses it later as its object";
  noteRouteAndUse(Lost, "the object", New);
  New.note(New.Where, "await the task while the object is alive, or make the "
                      "coroutine a function that takes the object by value");
  addEvidence(Lost, Context.model(), New);
  Context.report(std::move(New));
}

//===--- An object that is shared -----------------------------------------===//

/// The class that \p F, or the lambdas around it, are members of; null if none.
const CXXRecordDecl *ownClass(const FunctionDecl &F) {
  const DeclContext *Around = &F;
  while (Around) {
    const auto *Record = dyn_cast<CXXRecordDecl>(Around);
    if (Record && !Record->isLambda())
      return Record;
    Around = Around->getParent();
  }
  return nullptr;
}

//===--- A weak pointer that is not asked again ---------------------------===//

/// What \p F has of weak pointers to its own object; null if none.
const ValueDecl *weakSelf(const FunctionDecl &F, const CXXRecordDecl &Record) {
  for (const ParmVarDecl *P : F.parameters())
    if (isWeak(P->getType().getNonReferenceType(), Record))
      return P;
  const ValueDecl *Found = nullptr;
  auto Look = [&](const ValueDecl *D) {
    if (!Found && D && isa<VarDecl>(D) && isWeak(D->getType(), Record))
      Found = D;
  };
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Look(Ref->getDecl());
    // Made, and never mentioned again.
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        Look(dyn_cast<ValueDecl>(D));
    return !Found;
  });
  return Found;
}

void findForgottenWeak(const FunctionDecl &F, const CXXRecordDecl &Record,
                       RuleContext &Context) {
  const ValueDecl *Weak = isCoroutine(F) ? weakSelf(F, Record) : nullptr;
  if (!Weak)
    return;
  Mentions At;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (isa<CXXThisExpr>(S))
      At[S].push_back({Mention::Kind::Use, 0});
    // A strong pointer, kept in a variable, ends the question.
    if (const auto *Declaration = dyn_cast<DeclStmt>(S))
      for (const Decl *D : Declaration->decls())
        if (const auto *V = dyn_cast<VarDecl>(D);
            V && isStrong(V->getType(), Record))
          At[S].push_back({Mention::Kind::Forget, 0});
    return true;
  });
  std::vector<CrossedUse> Found =
      findCrossedUses(F, Context.model(), {true}, At);
  if (Found.empty())
    return;
  Finding New;
  New.Where = Found.front().Use->getBeginLoc();
  New.Text = "the object is used after a suspension without asking " +
             quoted(Weak->getName()) + " again; it may be gone";
  New.note(Found.front().Point.Where, "suspends here");
  New.note(New.Where, "lock " + quoted(Weak->getName()) +
                          " after the suspension, and leave if it is empty");
  New.Evidence.push_back(quoted(Weak->getName()) + " is a weak pointer to a " +
                         quoted(Record.getName()));
  Context.report(std::move(New));
}

//===--- A coroutine that others start ------------------------------------===//

/// A member coroutine that nobody can wait for, of which no call is in sight:
/// whoever calls it has the object for the call only.
void findUnheld(const FunctionDecl &F, const CXXRecordDecl &Record,
                RuleContext &Context) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  if (!Method || !isCoroutine(F) || Method->getParent()->isLambda() ||
      Method->getAccess() == AS_private ||
      Context.model().type(F.getReturnType()).Kind != AsyncKind::Detached ||
      !Context.changes().calls().inSight(F).empty() ||
      Context.changes().calls().isHandedOn(F) || keepsItself(F, Record) ||
      weakSelf(F, Record))
    return;
  std::optional<Suspension> Point;
  const Stmt *Use = lateUse(F, Context, Point);
  if (!Use || !Point)
    return;
  Finding New;
  New.Where = Use->getBeginLoc();
  New.Text = mention(F) + " uses its " + quoted(Record.getName()) +
             " after a suspension, and nothing in it keeps the object alive";
  New.note(Point->Where, "suspends here");
  New.note(F.getLocation(), "nobody can wait for the end of " + mention(F) +
                                "; hold a strong pointer in it");
  New.Evidence.push_back(quoted(Record.getName()) +
                         " is shared by counted pointers that it can make "
                         "itself");
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  for (const LostLoan &Lost : Context.lendings().of(F))
    if (Lost.Late.What == Of::Object &&
        (!Lost.Local || Lost.Route.End == To::Returned))
      reportObject(Lost, Context);
  const CXXRecordDecl *Record = ownClass(F);
  if (!Record || Record->isDependentContext() ||
      !isSharedByItself(*Record, Context.model().facts()) || !writtenBody(F))
    return;
  findUnkeptTasks(F, *Record, Context);
  findForgottenWeak(F, *Record, Context);
  reportUncheckedLock(F, *Record, Context);
  findUnheld(F, *Record, Context);
}

} // namespace

extern const Rule DanglingThis;
const Rule DanglingThis = {{"coro-dangling-this",
                            "lifetime",
                            "L6",
                            "an object dies before the task of its member",
                            Confidence::Likely,
                            {},
                            Standing::OnRequest},
                           run};

} // namespace corolint
