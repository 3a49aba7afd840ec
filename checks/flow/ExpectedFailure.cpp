#include "flow/ExpectedFailure.h"
#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {

/// The call of \p Callable inside of a try block of \p F, or null.
static const Stmt *callInTry(const FunctionDecl &F, const VarDecl &Callable) {
  const Stmt *Found = nullptr;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Try = dyn_cast<CXXTryStmt>(S))
      walkEvaluated(Try->getTryBlock(), [&](const Stmt *Inner) {
        const auto *Call = dyn_cast<CallExpr>(Inner);
        const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Inner);
        const Expr *Called = !Call ? nullptr
                             : Operator && Operator->getOperator() == OO_Call
                                 ? Operator->getArg(0)
                                 : Call->getCallee();
        if (Called && namedVariable(Called) == &Callable)
          Found = Inner;
        return !Found;
      });
    return !Found;
  });
  return Found;
}

static bool leavesByThrow(const CFGBlock &Block) {
  return llvm::any_of(Block, [](const CFGElement &Element) {
    auto Statement = Element.getAs<CFGStmt>();
    return Statement && isa<CXXThrowExpr>(Statement->getStmt());
  });
}

/// True if what runs after one of \p From may return.
static bool mayReturn(SmallVector<const CFGBlock *, 8> From, const CFG &Graph) {
  llvm::DenseSet<const CFGBlock *> Seen;
  while (!From.empty()) {
    const CFGBlock *Block = From.pop_back_val();
    if (Block == &Graph.getExit())
      return true;
    if (!Seen.insert(Block).second || Block->hasNoReturnElement() ||
        leavesByThrow(*Block))
      continue;
    for (const CFGBlock::AdjacentBlock &Next : Block->succs())
      if (const CFGBlock *Reached = Next.getReachableBlock())
        From.push_back(Reached);
  }
  return false;
}

/// True if \p F calls its parameter number \p Index in a try block, never
/// returns after that, but after a handler of exceptions.
static bool returnsOnlyIfThrown(const FunctionDecl &F, unsigned Index) {
  if (Index >= F.getNumParams())
    return false;
  const Stmt *Call = callInTry(F, *F.getParamDecl(Index));
  std::unique_ptr<FlowGraph> Graph = Call ? FlowGraph::of(F) : nullptr;
  if (!Graph)
    return false;
  SmallVector<const CFGBlock *, 8> After, Handlers;
  for (const CFGBlock *Block : Graph->cfg()) {
    if (isa_and_nonnull<CXXCatchStmt>(Block->getLabel()))
      Handlers.push_back(Block);
    for (const CFGElement &Element : *Block)
      if (auto Statement = Element.getAs<CFGStmt>();
          Statement && Statement->getStmt() == Call)
        After.push_back(Block);
  }
  return !After.empty() && !mayReturn(After, Graph->cfg()) &&
         mayReturn(Handlers, Graph->cfg());
}

bool expectsFailure(const CallSite &Site, unsigned Index, AsyncModel &Model) {
  for (const FunctionFact *Fact : Model.facts(Site))
    if (Fact->ExpectsFailure)
      return true;
  const FunctionDecl *Body = Model.facts().readableDefinition(*Site.Callee);
  return Body && returnsOnlyIfThrown(*Body, Index);
}

} // namespace corolint
