// Law 6: what a task was lent lives until the task is done.
// The captures of a lambda live in the lambda object, not in the frame of the
// coroutine that its call makes: when the object dies, the coroutine goes on
// with captures that are gone.
// Silent on purpose: tasks that are awaited or waited for in the statement of
// the call, closures that the callee keeps, a by-value explicit object,
// captures that are not used after the first suspension of an eager coroutine.

#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/LoanWording.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

/// The expression that made the closure, or null.
const LambdaExpr *lambdaOf(const LostLoan &Lost) {
  const Expr *Made = Lost.Local ? Lost.Local->getInit() : Lost.Lent;
  return Made ? dyn_cast<LambdaExpr>(stripped(Made)) : nullptr;
}

std::string wayOut(const LostLoan &Lost, const std::string &Capture) {
  if (Lost.Destroyer)
    return Lost.Destroyer->Instead;
  return "pass " +
         (Lost.Late.Name.empty() ? "a pointer that keeps the object alive"
                                 : Capture) +
         " as a parameter; parameters are kept in the coroutine";
}

void report(const LostLoan &Lost, RuleContext &Context) {
  const LambdaExpr *Lambda = lambdaOf(Lost);
  const std::string Capture =
      Lost.Late.Name.empty() ? "'this'" : quoted(Lost.Late.Name);
  Finding New;
  New.Where = Lambda ? Lambda->getBeginLoc() : Lost.Call.where();
  const bool IsCoroutine = !Lambda || calledBy(*Lambda) == Lost.Late.By;
  New.Text =
      (IsCoroutine ? "this lambda is a coroutine and its capture " + Capture +
                         " lives in the lambda object, which "
                   : "this lambda lends its capture " + Capture +
                         " to a coroutine, but ") +
      (Lost.Destroyer
           ? mention(Lost.Call) + " destroys " +
                 (IsCoroutine ? "at its first suspension"
                              : "the lambda when it has returned")
           : (IsCoroutine ? "dies " : "the lambda dies ") + whenItDies(Lost));
  if (Lost.Local)
    New.note(Lost.Call.where(), "its task is made here");
  noteRouteAndUse(Lost, Capture, New);
  New.note(New.Where, wayOut(Lost, Capture));
  addEvidence(Lost, Context.model(), New);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  for (const LostLoan &Lost : Context.lendings().of(F))
    if (Lost.Late.What == LateUse::Of::Closure)
      report(Lost, Context);
}

} // namespace

extern const Rule DanglingLambdaCapture;
const Rule DanglingLambdaCapture = {
    {"coro-dangling-lambda-capture",
     "lifetime",
     "L6",
     "the captures of a lambda die before the coroutine that uses them",
     Confidence::Certain,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
