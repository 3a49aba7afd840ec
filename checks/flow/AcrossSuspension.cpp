#include "flow/AcrossSuspension.h"
#include "flow/FlowGraph.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {
namespace {

/// The states a thing may be in.
enum : uint8_t {
  Absent = 1,
  Fresh = 2, ///< got, and not suspended since
  Old = 4,   ///< got before a suspension
};

class CrossingFlow {
public:
  CrossingFlow(const FlowGraph &Graph, AsyncModel &Model, const Mentions &At)
      : Graph(Graph), Model(Model), At(At) {}

  std::vector<CrossedUse> run(const std::vector<bool> &AtEntry) {
    FlowState Entry;
    for (bool Held : AtEntry)
      Entry.push_back(Held ? Fresh : Absent);
    for (unsigned World = 0; World != Graph.worlds(); ++World) {
      std::vector<FlowState> In = Graph.solveForward(
          World, Entry, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) { transfer(E, S); },
          [](const CFGBlock &, unsigned, FlowState &) {});
      for (const CFGBlock *Block : Graph.cfg())
        if (FlowState State = In[Block->getBlockID()]; !State.empty())
          collect(*Block, std::move(State));
    }
    return std::move(Found);
  }

private:
  std::optional<Suspension> suspendsAt(const Stmt &S) {
    std::optional<Suspension> Point = Model.suspension(S);
    return Point && !Point->NeverSuspends ? Point : std::nullopt;
  }

  void transfer(const CFGElement &Element, FlowState &State) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    if (suspendsAt(*Statement->getStmt()))
      for (uint8_t &Thing : State)
        if (Thing & Fresh)
          Thing = (Thing & ~Fresh) | Old;
    auto It = At.find(Statement->getStmt());
    if (It == At.end())
      return;
    for (const Mention &M : It->second)
      if (M.What != Mention::Kind::Use)
        State[M.Which] = M.What == Mention::Kind::Renew ? Fresh : Absent;
  }

  void collect(const CFGBlock &Block, FlowState State) {
    for (auto It = Block.begin(); It != Block.end(); ++It) {
      std::optional<CFGStmt> Statement = It->getAs<CFGStmt>();
      auto Here = Statement ? At.find(Statement->getStmt()) : At.end();
      if (Here != At.end())
        for (const Mention &M : Here->second)
          if (M.What == Mention::Kind::Use && (State[M.Which] & Old))
            add(M.Which, *Statement->getStmt(), Block,
                unsigned(It - Block.begin()));
      transfer(*It, State);
    }
  }

  void add(unsigned Which, const Stmt &Use, const CFGBlock &Block,
           unsigned Index) {
    if (llvm::any_of(Found, [&](const CrossedUse &Seen) {
          return Seen.Which == Which && Seen.Use == &Use;
        }))
      return;
    if (std::optional<Suspension> Point = lastBefore(Which, Block, Index))
      Found.push_back({Which, &Use, *Point});
  }

  /// The nearest suspension from which the element \p Index of \p Block is
  /// reached before \p Which is renewed.
  std::optional<Suspension> lastBefore(unsigned Which, const CFGBlock &Block,
                                       unsigned Index) {
    llvm::SmallPtrSet<const CFGBlock *, 16> Seen;
    std::vector<std::pair<const CFGBlock *, unsigned>> Queue = {
        {&Block, Index}};
    for (size_t Next = 0; Next != Queue.size(); ++Next) {
      auto [Here, End] = Queue[Next];
      bool Renewed = false;
      for (unsigned I = End; I-- != 0 && !Renewed;) {
        std::optional<CFGStmt> Statement = (*Here)[I].getAs<CFGStmt>();
        if (!Statement)
          continue;
        if (auto Point = suspendsAt(*Statement->getStmt()))
          return Point;
        if (auto It = At.find(Statement->getStmt()); It != At.end())
          Renewed = llvm::any_of(It->second, [&](const Mention &M) {
            return M.Which == Which && M.What != Mention::Kind::Use;
          });
      }
      if (Renewed)
        continue;
      for (const CFGBlock::AdjacentBlock &Before : Here->preds())
        if (const CFGBlock *B = Before.getReachableBlock())
          if (Seen.insert(B).second)
            Queue.push_back({B, B->size()});
    }
    return std::nullopt;
  }

  const FlowGraph &Graph;
  AsyncModel &Model;
  const Mentions &At;
  std::vector<CrossedUse> Found;
};

} // namespace

std::vector<CrossedUse> findCrossedUses(const FunctionDecl &F,
                                        AsyncModel &Model,
                                        const std::vector<bool> &AtEntry,
                                        const Mentions &At) {
  if (At.empty())
    return {};
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
  if (!Graph)
    return {};
  std::vector<CrossedUse> Found = CrossingFlow(*Graph, Model, At).run(AtEntry);
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  llvm::stable_sort(Found, [&](const CrossedUse &A, const CrossedUse &B) {
    return Sources.isBeforeInTranslationUnit(A.Use->getBeginLoc(),
                                             B.Use->getBeginLoc());
  });
  return Found;
}

} // namespace corolint
