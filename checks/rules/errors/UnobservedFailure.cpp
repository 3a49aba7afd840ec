#include "flow/Discarded.h"
#include "model/Names.h"
#include "rules/errors/IgnoredError.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {

/// True if all that the coroutine \p F does stands in a try block that catches
/// everything, or it promises not to throw.
static bool keepsFailuresIn(const FunctionDecl &F) {
  if (const auto *Type = F.getType()->getAs<FunctionProtoType>();
      Type && Type->isNothrow())
    return true;
  const auto *Body = dyn_cast_or_null<CompoundStmt>(writtenBody(F));
  if (!Body)
    return true;
  return llvm::all_of(Body->body(), [](const Stmt *S) {
    const auto *Try = dyn_cast<CXXTryStmt>(S);
    if (Try)
      return !Try->getHandler(Try->getNumHandlers() - 1)->getExceptionDecl();
    bool Calls = false;
    walkEvaluated(S, [&](const Stmt *Inner) {
      Calls |= isa<CallExpr, CoroutineSuspendExpr, CXXThrowExpr>(Inner);
      return !Calls;
    });
    return !Calls;
  });
}

void findUnobservedFailures(const FunctionDecl &F, RuleContext &Context) {
  forEachDiscarded(*writtenBody(F), [&](const Expr &E, DiscardedBy How) {
    if (How == DiscardedBy::Statement || !E.isPRValue() || !isa<CallExpr>(E))
      return;
    const AsyncType &Type = Context.model().type(E.getType());
    std::optional<CallSite> Site = asCall(E);
    if (Type.Kind != AsyncKind::Task || Type.Dropped != IfDropped::RunsOn ||
        !Site || Site->Virtual)
      return;
    const FunctionDecl *Body =
        Context.model().facts().readableDefinition(*Site->Callee);
    if (!Body || !isCoroutine(*Body) || keepsFailuresIn(*Body))
      return;
    Finding New;
    New.Where = E.getBeginLoc();
    New.Text = mention(*Site) + " goes on by itself, and nobody sees it fail";
    New.note(Body->getLocation(), mention(*Site) +
                                      " lets exceptions out; they end in a "
                                      "task that is gone");
    New.note(New.Where, "await it, or catch everything inside of it and tell "
                        "somebody");
    New.Evidence.push_back(Type.Evidence);
    Context.report(std::move(New));
  });
}

} // namespace corolint
