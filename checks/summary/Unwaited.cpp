#include "summary/Unwaited.h"
#include "flow/FlowGraph.h"
#include "summary/Waiting.h"
#include "support/AstWalk.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

enum : uint8_t { Idle = 1, Running = 2 };

class RunningWork {
public:
  RunningWork(const VarDecl &Local, const Stmt &Start, AsyncModel &Model,
              BlockingSummary &Blocking)
      : Local(Local), Start(Start), Model(Model), Blocking(Blocking) {}

  bool outlivesIt(const FlowGraph &Graph) {
    for (unsigned World = 0; World != Graph.worlds() && !Dies; ++World) {
      std::vector<FlowState> In = Graph.solveForward(
          World, FlowState{Idle}, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) { transfer(E, S); },
          [](const CFGBlock &, unsigned, FlowState &) {});
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

  void destroy(const VarDecl &Dead, FlowState &State) {
    // Clang ends the lives of variables without a destructor last, but what was
    // declared later is gone before.
    if (&Dead == &Local || isBefore(Dead, Local))
      Dies |= (State[0] & Running) != 0;
    // Whatever does more than free itself may wait: a pool, a scope.
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
  bool Dies = false;
};

} // namespace

bool diesUnawaited(const FunctionDecl &F, const VarDecl &Local,
                   const Stmt &Start, AsyncModel &Model,
                   BlockingSummary &Blocking) {
  std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F);
  return Graph && RunningWork(Local, Start, Model, Blocking).outlivesIt(*Graph);
}

} // namespace corolint
