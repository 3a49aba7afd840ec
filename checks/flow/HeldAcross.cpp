#include "flow/HeldAcross.h"
#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// The states a lock may be in.
enum : uint8_t {
  Free = 1,
  Held = 2,
  MaybeHeld = 4, ///< an attempt whose outcome was not looked at
  Pending = 8,   ///< an attempt that nobody has looked at yet
};

class LockFlow {
public:
  LockFlow(const FunctionDecl &F, AsyncModel &Model)
      : F(F), Model(Model), Effects(F, Model), Points(Effects.Objects.size()),
        Certain(Effects.Objects.size(), true) {}

  std::vector<HeldLock> run() {
    if (!Effects.Suspends || Effects.Objects.empty())
      return {};
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F)) {
      collectTries();
      collectDying(Graph->cfg());
      solve(*Graph);
    }
    std::vector<HeldLock> Result;
    for (unsigned I = 0; I != Points.size(); ++I)
      if (!Points[I].empty()) {
        llvm::sort(Points[I], [&](const Suspension &A, const Suspension &B) {
          return isBefore(A.Where, B.Where);
        });
        Result.push_back({Effects.Objects[I], Certain[I], Points[I]});
      }
    llvm::stable_sort(Result, [&](const HeldLock &A, const HeldLock &B) {
      return isBefore(A.Lock.Where, B.Lock.Where);
    });
    return Result;
  }

private:
  bool isBefore(SourceLocation A, SourceLocation B) const {
    return F.getASTContext().getSourceManager().isBeforeInTranslationUnit(A, B);
  }

  /// Of each handler the guards that die when its try block is left.
  void collectTries() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      const auto *Try = dyn_cast<CXXTryStmt>(S);
      if (!Try)
        return true;
      SmallVector<unsigned, 2> Inside;
      walkEvaluated(Try->getTryBlock(), [&](const Stmt *Inner) {
        if (const auto *Declaration = dyn_cast<DeclStmt>(Inner))
          for (const Decl *D : Declaration->decls())
            if (const auto *V = dyn_cast<VarDecl>(D))
              if (auto It = Effects.Variables.find(V);
                  It != Effects.Variables.end())
                Inside.push_back(It->second);
        return true;
      });
      for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
        llvm::append_range(DeadInHandler[Try->getHandler(I)], Inside);
      return true;
    });
  }

  /// A temporary without an end of its own in the graph is another object's
  /// initialiser; it is not tracked.
  void collectDying(const CFG &Graph) {
    for (const CFGBlock *Block : Graph)
      for (const CFGElement &Element : *Block)
        if (auto Dead = Element.getAs<CFGTemporaryDtor>())
          Dying.insert(Dead->getBindTemporaryExpr());
  }

  void apply(ArrayRef<LockChange> Changes, FlowState &State) const {
    for (const LockChange &C : Changes) {
      uint8_t &Target = State[C.Target];
      switch (C.What) {
      case LockEffect::Acquire:
        Target = Held;
        break;
      case LockEffect::Try:
        Target = MaybeHeld;
        break;
      case LockEffect::TryNow:
        Target = Pending;
        break;
      case LockEffect::Release:
        Target = Free;
        break;
      case LockEffect::TakeOver:
        Target = State[C.Source];
        State[C.Source] = Free;
        break;
      }
    }
  }

  /// What a variable led to cannot be followed after it.
  void forget(const VarDecl &V, FlowState &State) const {
    for (unsigned I = 0; I != Effects.Objects.size(); ++I)
      if (const LockObject &O = Effects.Objects[I];
          O.Kind == LockObject::How::Mutex &&
          O.Mutex->Steps.front() == V.getCanonicalDecl())
        State[I] = Free;
  }

  void transfer(const CFGElement &Element, FlowState &State) const {
    if (auto Statement = Element.getAs<CFGStmt>()) {
      const Stmt *S = Statement->getStmt();
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            if (auto It = Effects.AtDeclaration.find(V);
                It != Effects.AtDeclaration.end())
              apply(It->second, State);
      if (auto It = Effects.AtExpression.find(S);
          It != Effects.AtExpression.end())
        apply(It->second, State);
      if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(S))
        if (auto It = Effects.Temporaries.find(Bound);
            It != Effects.Temporaries.end() && Dying.contains(Bound))
          State[It->second] = Held;
    } else if (auto Dead = Element.getAs<CFGAutomaticObjDtor>()) {
      if (auto It = Effects.Variables.find(Dead->getVarDecl());
          It != Effects.Variables.end())
        State[It->second] = Free;
    } else if (auto Ended = Element.getAs<CFGLifetimeEnds>()) {
      forget(*Ended->getVarDecl(), State);
    } else if (auto Gone = Element.getAs<CFGTemporaryDtor>()) {
      if (auto It = Effects.Temporaries.find(Gone->getBindTemporaryExpr());
          It != Effects.Temporaries.end())
        State[It->second] = Free;
    }
  }

  void enter(const CFGBlock &Block, FlowState &State) const {
    // Not every version of Clang ends the life of a loop's reference.
    if (const auto *Loop =
            dyn_cast_or_null<CXXForRangeStmt>(Block.getTerminatorStmt()))
      forget(*Loop->getLoopVariable(), State);
    if (const auto *Handler = dyn_cast_or_null<CXXCatchStmt>(Block.getLabel()))
      if (auto It = DeadInHandler.find(Handler); It != DeadInHandler.end())
        for (unsigned Dead : It->second)
          State[Dead] = Free;
  }

  /// What leaving \p Block by its successor number \p Index tells.
  void narrow(const CFGBlock &Block, unsigned Index, FlowState &State) const {
    if (Block.getTerminator().isTemporaryDtorsBranch()) {
      // The second way is taken if the temporary was never made.
      const CFGBlock *Made =
          Index == 1 ? Block.succ_begin()->getReachableBlock() : nullptr;
      if (Made)
        for (const CFGElement &Element : *Made)
          if (auto Dead = Element.getAs<CFGTemporaryDtor>())
            if (auto It =
                    Effects.Temporaries.find(Dead->getBindTemporaryExpr());
                It != Effects.Temporaries.end())
              State[It->second] = Free;
      return;
    }
    const Expr *Condition =
        Block.succ_size() == 2 ? Block.getLastCondition() : nullptr;
    auto Asked = Condition ? Effects.asked(*Condition) : std::nullopt;
    if (!Asked)
      return;
    uint8_t &Target = State[Asked->first];
    const bool SaysHeld = (Index == 0) == Asked->second;
    if (SaysHeld && (Target & ~Free))
      Target = Held;
    else if (!SaysHeld && Target == Held)
      State.clear(); // cannot be: this way is never taken
    else if (!SaysHeld)
      Target = Free;
  }

  void solve(const FlowGraph &Graph) {
    FlowState Entry;
    for (const LockObject &O : Effects.Objects)
      Entry.push_back(O.Kind == LockObject::How::GuardParameter ? MaybeHeld
                                                                : Free);
    for (unsigned World = 0; World != Graph.worlds(); ++World)
      solve(Graph, World, Entry);
  }

  void solve(const FlowGraph &Graph, unsigned World, const FlowState &Entry) {
    std::vector<FlowState> In = Graph.solveForward(
        World, Entry, [&](const CFGBlock &B, FlowState &S) { enter(B, S); },
        [&](const CFGElement &E, FlowState &S) { transfer(E, S); },
        [&](const CFGBlock &B, unsigned I, FlowState &S) { narrow(B, I, S); });
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty())
        continue;
      enter(*Block, State);
      for (const CFGElement &Element : *Block) {
        transfer(Element, State);
        if (auto Statement = Element.getAs<CFGStmt>())
          if (auto Point = Model.realSuspension(*Statement->getStmt()))
            record(*Point, State);
      }
    }
  }

  void record(const Suspension &Point, const FlowState &State) {
    for (unsigned I = 0; I != State.size(); ++I) {
      if (!(State[I] & ~Free))
        continue;
      if (auto It = Effects.ResultOf.find(I);
          It != Effects.ResultOf.end() && It->second == Point.Node)
        continue;
      if (llvm::any_of(Points[I], [&](const Suspension &Seen) {
            return Seen.Where == Point.Where;
          }))
        continue;
      if (State[I] != Held)
        Certain[I] = false;
      Points[I].push_back(Point);
    }
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  LockEffects Effects;
  std::vector<std::vector<Suspension>> Points; ///< by object
  std::vector<bool> Certain;                   ///< by object
  llvm::DenseSet<const CXXBindTemporaryExpr *> Dying;
  llvm::DenseMap<const CXXCatchStmt *, SmallVector<unsigned, 2>> DeadInHandler;
};

} // namespace

std::vector<HeldLock> findHeldAcross(const FunctionDecl &F, AsyncModel &Model) {
  return LockFlow(F, Model).run();
}

} // namespace corolint
