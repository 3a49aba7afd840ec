#include "summary/Unwaited.h"
#include "flow/FlowGraph.h"
#include "summary/Waiting.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

enum : uint8_t { Idle = 1, Running = 2, HandedOn = 4 };

class RunningWork {
public:
  RunningWork(const VarDecl &Local, const Stmt &Start, AsyncModel &Model,
              BlockingSummary &Blocking, const VarDecl *Left)
      : Local(Local), Start(Start), Model(Model), Blocking(Blocking),
        Left(Left) {}

  bool outlivesIt(const FlowGraph &Graph) {
    for (unsigned World = 0; World != Graph.worlds() && !Dies; ++World) {
      std::vector<FlowState> In = Graph.solveForward(
          World, FlowState{Idle}, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) { transfer(E, S); },
          [&](const CFGBlock &B, unsigned I, FlowState &S) { leave(B, I, S); });
      const FlowState &AtExit = In[Graph.cfg().getExit().getBlockID()];
      Dies |= !AtExit.empty() && (AtExit[0] & Running);
    }
    return Dies;
  }

private:
  void transfer(const CFGElement &Element, FlowState &State) {
    if (auto End = Element.getAs<CFGLifetimeEnds>();
        End && End->getVarDecl() == &Local) {
      Dies |= (State[0] & Running) != 0;
      State[0] = Idle;
    } else if (auto Dead = Element.getAs<CFGAutomaticObjDtor>()) {
      destroy(*Dead->getVarDecl(), State);
    } else if (auto Statement = Element.getAs<CFGStmt>()) {
      pass(*Statement->getStmt(), State);
    }
  }

  /// A loop that waits in its rounds waits for what is there: whoever started
  /// nothing has nothing to wait for.
  void leave(const CFGBlock &Block, unsigned Successor, FlowState &State) {
    const Stmt *Loop = Block.getTerminatorStmt();
    if (Successor != 1 ||
        !isa_and_nonnull<CXXForRangeStmt, ForStmt, WhileStmt>(Loop) ||
        !(State[0] & Running))
      return;
    bool Waits = false, StartsIt = false;
    walkEvaluated(Loop, [&](const Stmt *S) {
      StartsIt |= S == &Start;
      Waits = Waits || (!lets(*S) && mayWait(*S, Model, Blocking));
      return true;
    });
    if (Waits && !StartsIt)
      State[0] = Idle;
  }

  void destroy(const VarDecl &Dead, FlowState &State) {
    // Clang ends the lives of variables without a destructor last, but what was
    // declared later is gone before.
    if (&Dead == &Local || isBefore(Dead, Local))
      Dies |= (State[0] & Running) != 0;
    // Whatever does more than free itself may wait: a pool, a scope.
    if (&Dead == Left)
      return;
    const CXXRecordDecl *Record = recordOf(Dead.getType());
    if (&Dead == &Local || (Record && (!isOfStandardLibrary(*Record) ||
                                       Model.blockingDestructor(*Record))))
      State[0] = Idle;
  }

  void pass(const Stmt &S, FlowState &State) {
    if (&S == &Start)
      State[0] = Running;
    else if (isa<CXXThrowExpr>(S) ||
             ((State[0] & Running) && !lets(S) && mayWait(S, Model, Blocking)))
      State[0] = Idle;
  }

  /// True if \p S lets the work go on by itself.
  bool lets(const Stmt &S) {
    std::optional<CallSite> Site = asCall(S);
    return Site &&
           llvm::any_of(Model.facts(*Site), [](const FunctionFact *Fact) {
             return Fact->Detaches;
           });
  }

  static bool isBefore(const VarDecl &A, const VarDecl &B) {
    return A.getASTContext().getSourceManager().isBeforeInTranslationUnit(
        A.getLocation(), B.getLocation());
  }

  const VarDecl &Local;
  const Stmt &Start;
  AsyncModel &Model;
  BlockingSummary &Blocking;
  const VarDecl *Left;
  bool Dies = false;
};

/// True if the co_await may throw: what is awaited is a task, and nothing about
/// it says noexcept.
bool mayFail(const CoawaitExpr &Await, AsyncModel &Model) {
  const Expr *Operand = stripped(Await.getOperand());
  if (Model.type(Operand->getType()).Kind != AsyncKind::Task)
    return false;
  std::optional<CallSite> Site = asCall(*Operand);
  const auto *Type =
      Site ? Site->Callee->getType()->getAs<FunctionProtoType>() : nullptr;
  if (!Type || Type->isNothrow())
    return false;
  const auto *Resume =
      dyn_cast_or_null<CallExpr>(stripped(Await.getResumeExpr()));
  const FunctionDecl *Resumed = Resume ? Resume->getDirectCallee() : nullptr;
  const auto *How =
      Resumed ? Resumed->getType()->getAs<FunctionProtoType>() : nullptr;
  return How && !How->isNothrow();
}

/// True if \p S names \p Keeper: whatever has the work may end it.
bool handsOn(const Stmt &S, const VarDecl &Keeper) {
  if (const auto *Ref = dyn_cast<DeclRefExpr>(&S))
    return Ref->getDecl() == &Keeper;
  return isa<LambdaExpr>(S) && mentions(S, Keeper);
}

} // namespace

std::vector<const CoawaitExpr *> awaitedMeanwhile(const FunctionDecl &F,
                                                  const VarDecl &Keeper,
                                                  const Stmt &Start,
                                                  AsyncModel &Model) {
  std::vector<const CoawaitExpr *> Found;
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
  if (!Graph)
    return Found;
  auto Pass = [&](const CFGElement &Element, FlowState &State) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    if (Statement->getStmt() == &Start)
      State[0] = Running;
    else if (handsOn(*Statement->getStmt(), Keeper))
      State[0] =
          (State[0] & Running) ? (State[0] & ~Running) | HandedOn : State[0];
  };
  std::vector<FlowState> In = Graph->solveForward(
      0, FlowState{Idle}, [](const CFGBlock &, FlowState &) {}, Pass,
      [](const CFGBlock &, unsigned, FlowState &) {});
  for (const CFGBlock *Block : Graph->cfg()) {
    FlowState State = In[Block->getBlockID()];
    if (State.empty())
      continue;
    for (const CFGElement &Element : *Block) {
      std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
      const auto *Await =
          Statement ? dyn_cast<CoawaitExpr>(Statement->getStmt()) : nullptr;
      // A task that may have been awaited before is none to speak of.
      if (Await && Await != &Start && (State[0] & Running) &&
          !(State[0] & HandedOn) && mayFail(*Await, Model))
        Found.push_back(Await);
      Pass(Element, State);
    }
  }
  return Found;
}

bool diesUnawaited(const FunctionDecl &F, const VarDecl &Local,
                   const Stmt &Start, AsyncModel &Model,
                   BlockingSummary &Blocking, const VarDecl *Left) {
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
  return Graph &&
         RunningWork(Local, Start, Model, Blocking, Left).outlivesIt(*Graph);
}

} // namespace corolint
