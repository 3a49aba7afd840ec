// Law 6: what a task was lent lives until the task is done.
// A task that was started, or stored where it lives longer, goes on after the
// scope has ended whose variables it was lent.
// Silent on purpose: whatever may wait for the task before the variable dies (a
// suspension, a join, a call of a function that nobody can read), scoped
// spawns, tasks that go where nobody knows.

#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/lifetime/LoanWording.h"

using namespace clang;

namespace corolint {
namespace {

using Of = LateUse::Of;
using To = TaskRoute::To;

bool isOurs(const LostLoan &Lost) {
  return Lost.Local && Lost.Late.What != Of::Closure &&
         (Lost.Late.What == Of::Capture || Lost.Route.End != To::Returned);
}

/// Where the loan is written.
SourceLocation placeOf(const LostLoan &Lost) {
  if (const auto *Lambda = dyn_cast<LambdaExpr>(Lost.Lent);
      Lambda && Lost.Late.What == Of::Capture)
    for (const LambdaCapture &Capture : Lambda->captures())
      if (Capture.isExplicit() && Capture.capturesVariable() &&
          Capture.getCapturedVar()->getName() == Lost.Late.Name)
        return Capture.getLocation();
  return Lost.Lent->getBeginLoc();
}

void report(const LostLoan &Lost, RuleContext &Context) {
  const std::string Name = quoted(Lost.Local->getName());
  const std::string Known =
      Lost.Late.What == Of::Object ? "its object" : quoted(Lost.Late.Name);
  Finding New;
  New.Where = placeOf(Lost);
  New.Text = Name + " is lent to a task that may still run when " + Name +
             " dies " + whenItDies(Lost);
  noteRouteAndUse(Lost, Known, New);
  New.note(Lost.Local->getLocation(),
           "wait for the task before the scope ends, or give it a copy of " +
               Name);
  addEvidence(Lost, Context.model(), New);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  for (const LostLoan &Lost : Context.lendings().of(F))
    if (isOurs(Lost))
      report(Lost, Context);
}

} // namespace

extern const Rule SpawnBorrowsLocal;
const Rule SpawnBorrowsLocal = {
    {"coro-spawn-borrows-local",
     "lifetime",
     "L6",
     "a task that was started outlives a variable it was lent",
     Confidence::Likely,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
