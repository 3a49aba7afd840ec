#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Analysis/Analyses/PostOrderCFGView.h"
#include "clang/Analysis/FlowSensitive/DataflowWorklist.h"

using namespace clang;

namespace corolint {

std::unique_ptr<FlowGraph> FlowGraph::of(const FunctionDecl &F) {
  const Stmt *Body = writtenBody(F);
  if (!Body)
    return nullptr;
  CFG::BuildOptions Options;
  Options.AddImplicitDtors = true;
  Options.AddTemporaryDtors = true;
  Options.AddInitializers = true;
  Options.AddLifetime = true;
  Options.setAllAlwaysAdd();
  auto Result = std::make_unique<FlowGraph>();
  Result->Graph =
      CFG::buildCFG(&F, const_cast<Stmt *>(Body), &F.getASTContext(), Options);
  if (!Result->Graph)
    return nullptr;
  Result->Steady = SteadyConditions(*Result->Graph, F.getASTContext());
  return Result;
}

/// Adds the states of \p From to \p Into; true if that changed anything.
static bool join(FlowState &Into, const FlowState &From) {
  if (From.empty())
    return false;
  if (Into.empty()) {
    Into = From;
    return true;
  }
  bool Changed = false;
  for (size_t I = 0; I != Into.size(); ++I) {
    uint8_t Both = Into[I] | From[I];
    Changed |= Both != Into[I];
    Into[I] = Both;
  }
  return Changed;
}

/// A macro is made a statement by `do { } while (...)`, whatever it asks: it
/// never turns.
static bool turnsBack(const CFGBlock &From, unsigned Successor) {
  const auto *Do = dyn_cast_or_null<DoStmt>(From.getTerminatorStmt());
  return Do && Do->getDoLoc().isMacroID() && Successor == 0 &&
         From.succ_size() == 2;
}

std::vector<FlowState>
FlowGraph::solveForward(unsigned World, const FlowState &AtEntry, Enter Begin,
                        Transfer Apply, Narrow Leave,
                        const FlowState &AtHandler) const {
  std::vector<FlowState> In(Graph->getNumBlockIDs());
  PostOrderCFGView Order(Graph.get());
  ForwardDataflowWorklist Worklist(*Graph, &Order);
  In[Graph->getEntry().getBlockID()] = AtEntry;
  Worklist.enqueueBlock(&Graph->getEntry());
  if (!AtHandler.empty())
    for (const CFGBlock *Block : *Graph)
      if (isa_and_nonnull<CXXCatchStmt>(Block->getLabel())) {
        In[Block->getBlockID()] = AtHandler;
        Worklist.enqueueBlock(Block);
      }
  while (const CFGBlock *Block = Worklist.dequeue()) {
    FlowState Out = In[Block->getBlockID()];
    if (Out.empty())
      continue;
    Begin(*Block, Out);
    for (const CFGElement &Element : *Block)
      Apply(Element, Out);
    unsigned Index = 0;
    for (const CFGBlock::AdjacentBlock &Next : Block->succs()) {
      if (!Steady.allows(World, *Block, Index) || turnsBack(*Block, Index)) {
        ++Index;
        continue;
      }
      FlowState Along = Out;
      Leave(*Block, Index++, Along);
      if (const CFGBlock *Target = Next.getReachableBlock())
        if (join(In[Target->getBlockID()], Along))
          Worklist.enqueueBlock(Target);
    }
  }
  return In;
}

} // namespace corolint
