#include "flow/Discarded.h"
#include "rules/tasks/DiscardedTask.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

static void reportGuard(const Expr &Await, const LockType &Guard,
                        RuleContext &Context) {
  Finding New;
  New.Where = Await.getBeginLoc();
  New.Text = "the guard that this co_await gives is dropped; it unlocks at "
             "once";
  New.note(New.Where,
           "keep it in a variable for as long as the lock is needed");
  New.Evidence.push_back(Guard.Evidence);
  Context.report(std::move(New));
}

static void reportNodiscard(const Expr &Await, const CXXRecordDecl &Class,
                            RuleContext &Context) {
  Finding New;
  New.Where = Await.getBeginLoc();
  New.Text = "the result of this co_await is dropped; " +
             quoted(Context.model().spoken(Await.getType())) +
             " is declared [[nodiscard]]";
  New.note(Class.getLocation(), "declared here");
  New.note(New.Where, "look at it, or cast it to void");
  New.Evidence.push_back("[[nodiscard]] on the class");
  Context.report(std::move(New));
}

/// True if \p F is a member of \p Class: what a guard is made of may do
/// without.
static bool isMemberOf(const FunctionDecl &F, const CXXRecordDecl &Class) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method &&
         Method->getParent()->getCanonicalDecl() == Class.getCanonicalDecl();
}

void findDroppedResults(const FunctionDecl &F, RuleContext &Context) {
  forEachDiscarded(*writtenBody(F), [&](const Expr &E, DiscardedBy How) {
    if (!isa<CoroutineSuspendExpr>(E) || !E.isPRValue() ||
        How != DiscardedBy::Statement)
      return;
    const CXXRecordDecl *Class = recordOf(E.getType());
    if (!Class || Class->isDependentContext() ||
        Context.model().type(E.getType()).MustAwait)
      return;
    const LockType &Guard = Context.model().guard(E.getType());
    if (isMemberOf(F, *Class))
      return;
    if (Guard.Owner != LockOwner::None)
      reportGuard(E, Guard, Context);
    else if (Class->hasAttr<WarnUnusedResultAttr>())
      reportNodiscard(E, *Class, Context);
  });
}

} // namespace corolint
