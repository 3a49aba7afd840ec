#include "model/Suspension.h"
#include "model/PromiseShape.h"
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {

static bool neverSuspends(const CoroutineSuspendExpr &Suspend, Known &Facts) {
  if (const auto *Call = dyn_cast<CallExpr>(stripped(Suspend.getOperand())))
    if (const FunctionDecl *Callee = Call->getDirectCallee())
      for (const FunctionFact *Fact : Facts.function(*Callee))
        if (Fact->NeverSuspends)
          return true;
  const Expr *ReadyExpr = Suspend.getReadyExpr();
  const auto *Ready =
      ReadyExpr ? dyn_cast<CXXMemberCallExpr>(ReadyExpr->IgnoreImplicit())
                : nullptr;
  const CXXMethodDecl *Method = Ready ? Ready->getMethodDecl() : nullptr;
  if (!Method)
    return false;
  if (returnsConstant(*Method, true, Facts))
    return true;
  // It goes on at once, or never: the coroutine ends here.
  if (const CXXMethodDecl *Suspends =
          findMethod(*Method->getParent(), "await_suspend");
      Suspends && destroysAwaiter(*Suspends, Facts))
    return true;
  return Facts.firstType(*Method->getParent(), [](const TypeFact &Fact) {
    return Fact.NeverSuspends;
  });
}

std::optional<Suspension> asSuspension(const Stmt &S, Known &Facts) {
  if (const auto *Dependent = dyn_cast<DependentCoawaitExpr>(&S))
    return Suspension{Dependent, Dependent->getKeywordLoc()};
  const auto *Suspend = dyn_cast<CoroutineSuspendExpr>(&S);
  if (!Suspend)
    return std::nullopt;
  if (const auto *Await = dyn_cast<CoawaitExpr>(Suspend);
      Await && Await->isImplicit())
    return std::nullopt;
  Suspension Point{Suspend, Suspend->getKeywordLoc()};
  Point.Yields = isa<CoyieldExpr>(Suspend);
  Point.NeverSuspends =
      !Suspend->isTypeDependent() && neverSuspends(*Suspend, Facts);
  return Point;
}

} // namespace corolint
