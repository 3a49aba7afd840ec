#include "flow/AcrossSuspension.h"
#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/MapVector.h"
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

/// What was so where a suspension in a try block failed.
class Failures {
public:
  Failures(const FunctionDecl &F, AsyncModel &Model) {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Try = dyn_cast<CXXTryStmt>(S))
        collect(*Try, Model);
      return true;
    });
  }

  /// Keeps what is so after \p Point has suspended.
  void add(const Suspension &Point, const FlowState &State) {
    auto It = Inside.find(Point.Node);
    if (It == Inside.end())
      return;
    It->second.Point = Point;
    FlowState &Into = It->second.State;
    Into.resize(State.size());
    for (size_t I = 0; I != State.size(); ++I) {
      Grew |= (State[I] & ~Into[I]) != 0;
      Into[I] |= State[I];
    }
  }

  /// Adds to \p State what \p Block, if it is a handler, may begin with.
  void enter(const CFGBlock &Block, FlowState &State) const {
    forEachAt(Block, [&](const Failure &Each) {
      for (size_t I = 0; I != Each.State.size(); ++I)
        State[I] |= Each.State[I];
      return true;
    });
  }

  /// The first suspension behind which the handler \p Block begins with an old
  /// \p Which.
  std::optional<Suspension> before(const CFGBlock &Block,
                                   unsigned Which) const {
    std::optional<Suspension> Found;
    forEachAt(Block, [&](const Failure &Each) {
      if (!Each.State.empty() && (Each.State[Which] & Old))
        Found = Each.Point;
      return !Found;
    });
    return Found;
  }

  bool any() const { return !Inside.empty(); }

  /// True if add() has told anything new since it was asked last.
  bool hasGrown() { return std::exchange(Grew, false); }

private:
  struct Failure {
    SmallVector<const CXXTryStmt *, 1> Tries;
    Suspension Point;
    FlowState State;
  };

  void collect(const CXXTryStmt &Try, AsyncModel &Model) {
    for (unsigned I = 0; I != Try.getNumHandlers(); ++I)
      TryOf[Try.getHandler(I)] = &Try;
    walkEvaluated(Try.getTryBlock(), [&](const Stmt *S) {
      if (Model.realSuspension(*S))
        Inside[S].Tries.push_back(&Try);
      return true;
    });
  }

  void forEachAt(const CFGBlock &Handler,
                 llvm::function_ref<bool(const Failure &)> Visit) const {
    const auto *Catch = dyn_cast_or_null<CXXCatchStmt>(Handler.getLabel());
    const CXXTryStmt *Try = Catch ? TryOf.lookup(Catch) : nullptr;
    if (Try)
      for (const auto &[Node, Each] : Inside)
        if (llvm::is_contained(Each.Tries, Try) && !Visit(Each))
          return;
  }

  llvm::MapVector<const Stmt *, Failure> Inside;
  llvm::DenseMap<const CXXCatchStmt *, const CXXTryStmt *> TryOf;
  bool Grew = false;
};

class CrossingFlow {
public:
  CrossingFlow(const FunctionDecl &F, const FlowGraph &Graph, AsyncModel &Model,
               const Mentions &At)
      : Graph(Graph), Model(Model), At(At), Failed(F, Model) {}

  std::vector<CrossedUse> run(const std::vector<bool> &AtEntry) {
    FlowState Entry;
    for (bool Held : AtEntry)
      Entry.push_back(Held ? Fresh : Absent);
    for (unsigned World = 0; World != Graph.worlds(); ++World) {
      std::vector<FlowState> In;
      do
        In = Graph.solveForward(
            World, Entry,
            [&](const CFGBlock &B, FlowState &S) { Failed.enter(B, S); },
            [&](const CFGElement &E, FlowState &S) { transfer(E, S); },
            [](const CFGBlock &, unsigned, FlowState &) {},
            Failed.any() ? FlowState(Entry.size(), 0) : FlowState());
      while (Failed.hasGrown());
      for (const CFGBlock *Block : Graph.cfg())
        if (FlowState State = In[Block->getBlockID()]; !State.empty()) {
          Failed.enter(*Block, State);
          collect(*Block, std::move(State));
        }
    }
    return std::move(Found);
  }

private:
  static bool isUse(const Mention &M) {
    return M.What == Mention::Kind::Use || M.What == Mention::Kind::UseAtEnd;
  }

  void transfer(const CFGElement &Element, FlowState &State) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    if (auto Point = Model.realSuspension(*Statement->getStmt())) {
      for (uint8_t &Thing : State)
        if (Thing & Fresh)
          Thing = (Thing & ~Fresh) | Old;
      Failed.add(*Point, State);
    }
    auto It = At.find(Statement->getStmt());
    if (It == At.end())
      return;
    for (const Mention &M : It->second)
      if (!isUse(M))
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
      if (Here != At.end())
        for (const Mention &M : Here->second)
          if (M.What == Mention::Kind::UseAtEnd && (State[M.Which] & Old))
            add(M.Which, *Statement->getStmt(), Block,
                unsigned(It - Block.begin()) + 1);
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
        if (auto Point = Model.realSuspension(*Statement->getStmt()))
          return Point;
        if (auto It = At.find(Statement->getStmt()); It != At.end())
          Renewed = llvm::any_of(It->second, [&](const Mention &M) {
            return M.Which == Which && !isUse(M);
          });
      }
      if (Renewed)
        continue;
      if (auto Point = Failed.before(*Here, Which))
        return Point;
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
  Failures Failed;
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
  std::vector<CrossedUse> Found =
      CrossingFlow(F, *Graph, Model, At).run(AtEntry);
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  llvm::stable_sort(Found, [&](const CrossedUse &A, const CrossedUse &B) {
    return Sources.isBeforeInTranslationUnit(A.Use->getBeginLoc(),
                                             B.Use->getBeginLoc());
  });
  return Found;
}

} // namespace corolint
