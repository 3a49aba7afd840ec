#include "flow/TaskFate.h"
#include "flow/FlowGraph.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {
namespace {

enum : uint8_t { Settled = 1, Owed = 2 };

class TaskFlow {
public:
  TaskFlow(const FunctionDecl &F, AsyncModel &Model) : F(F), Model(Model) {}

  std::vector<LostTask> run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      scanDeclarations(*S);
      return true;
    });
    if (Tasks.empty())
      return {};
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      scanHarmless(*S);
      return true;
    });
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      scanUses(*S);
      return true;
    });
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      solve(*Graph);
    std::vector<LostTask> Result;
    for (const Task &T : Tasks)
      Result.insert(Result.end(), T.Lost.begin(), T.Lost.end());
    llvm::stable_sort(Result, [&](const LostTask &A, const LostTask &B) {
      return F.getASTContext().getSourceManager().isBeforeInTranslationUnit(
          A.Where, B.Where);
    });
    return Result;
  }

private:
  struct Task {
    const VarDecl *Variable;
    const Expr *Source;  ///< of the task it holds at first
    const Expr *Latest;  ///< of the task it holds last, in source order
    SourceLocation Used; ///< the first place that takes it
    SmallVector<LostTask, 1> Lost;
  };

  static bool isMade(const Expr *E) {
    const Expr *Source = stripped(E);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Source)) {
      // A default-made task is empty: nothing is owed.
      if (Construct->getNumArgs() != 1)
        return false;
      return isMade(Construct->getArg(0));
    }
    return isa<CallExpr, CoroutineSuspendExpr>(Source) && Source->isPRValue();
  }

  void scanDeclarations(const Stmt &S) {
    const auto *Declaration = dyn_cast<DeclStmt>(&S);
    if (!Declaration)
      return;
    for (const Decl *D : Declaration->decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (!V || !V->hasLocalStorage() || !V->getInit() ||
          V->getType()->isLValueReferenceType() ||
          V->getType()->isDependentType() || isa<DecompositionDecl>(V) ||
          !Model.type(V->getType()).MustAwait || !isMade(V->getInit()))
        continue;
      if (isDiscardable(*stripped(V->getInit())))
        continue;
      Index[V] = Tasks.size();
      Tasks.push_back({V, V->getInit(), V->getInit(), {}, {}});
    }
  }

  bool isDiscardable(const Expr &Source) {
    std::optional<CallSite> Site = asCall(Source);
    return Site &&
           llvm::any_of(Model.facts(*Site), [](const FunctionFact *Fact) {
             return Fact->Discardable || Fact->Detaches;
           });
  }

  std::optional<unsigned> taskOf(const Expr *E) const {
    const VarDecl *V = namedVariable(E);
    auto It = V ? Index.find(V) : Index.end();
    return It == Index.end() ? std::nullopt
                             : std::optional<unsigned>(It->second);
  }

  const DeclRefExpr *reference(const Expr *E) const {
    return dyn_cast<DeclRefExpr>(stripped(E));
  }

  /// Mentions of a task that do not settle it: `(void)t`, `std::ignore = t`,
  /// being assigned to, questions such as `t.done()`.
  void scanHarmless(const Stmt &S) {
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&S);
        Cast && Cast->getCastKind() == CK_ToVoid && taskOf(Cast->getSubExpr()))
      Harmless.insert(reference(Cast->getSubExpr()));
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S)) {
      const CXXMethodDecl *Method = Member->getMethodDecl();
      const Expr *Object = Member->getImplicitObjectArgument();
      if (Method && Method->isConst() && Member->getNumArgs() == 0 &&
          Method->getReturnType()->isBooleanType() && taskOf(Object))
        Harmless.insert(reference(Object));
    }
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
        Assign && Assign->getOperator() == OO_Equal) {
      if (auto Target = taskOf(Assign->getArg(0))) {
        Harmless.insert(reference(Assign->getArg(0)));
        if (isMade(Assign->getArg(1)))
          Assignments[Assign] = *Target;
        else
          Settling[Assign] = *Target;
      }
    }
  }

  void use(unsigned Which, SourceLocation Where) {
    if (Tasks[Which].Used.isInvalid())
      Tasks[Which].Used = Where;
  }

  void scanUses(const Stmt &S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(&S);
        Ref && !Harmless.contains(Ref)) {
      if (auto Which = taskOf(Ref))
        use(*Which, Ref->getLocation());
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
      for (const LambdaCapture &Capture : Lambda->captures())
        if (auto Which = capturedTask(Capture))
          use(*Which, Capture.getLocation());
    }
  }

  std::optional<unsigned> capturedTask(const LambdaCapture &Capture) const {
    if (!Capture.capturesVariable())
      return std::nullopt;
    const auto *V = dyn_cast<VarDecl>(Capture.getCapturedVar());
    if (V && V->isInitCapture())
      return taskOf(V->getInit());
    auto It = V ? Index.find(V) : Index.end();
    return It == Index.end() ? std::nullopt
                             : std::optional<unsigned>(It->second);
  }

  //===--- The analysis ---===//

  using Lose = llvm::function_ref<void(unsigned Which, SourceLocation Over)>;

  void transfer(const CFGElement &Element, FlowState &State, Lose OnLoss) {
    if (auto Statement = Element.getAs<CFGStmt>()) {
      const Stmt *S = Statement->getStmt();
      if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            if (auto It = Index.find(V); It != Index.end()) {
              // Still owed from the round of the loop before.
              if (State[It->second] & Owed)
                OnLoss(It->second, {});
              State[It->second] = Owed;
            }
      } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
        if (!Harmless.contains(Ref))
          if (auto Which = taskOf(Ref))
            State[*Which] = Settled;
      } else if (const auto *Lambda = dyn_cast<LambdaExpr>(S)) {
        for (const LambdaCapture &Capture : Lambda->captures())
          if (auto Which = capturedTask(Capture))
            State[*Which] = Settled;
      } else if (auto It = Assignments.find(S); It != Assignments.end()) {
        if (State[It->second] & Owed)
          OnLoss(It->second, cast<Expr>(S)->getExprLoc());
        State[It->second] = Owed;
      } else if (auto It = Settling.find(S); It != Settling.end()) {
        if (State[It->second] & Owed)
          OnLoss(It->second, cast<Expr>(S)->getExprLoc());
        State[It->second] = Settled;
      }
    } else if (auto Dead = Element.getAs<CFGAutomaticObjDtor>()) {
      if (auto It = Index.find(Dead->getVarDecl()); It != Index.end()) {
        if (State[It->second] & Owed)
          OnLoss(It->second, {});
        State[It->second] = Settled;
      }
    }
  }

  void lose(unsigned Which, SourceLocation Overwritten) {
    Task &T = Tasks[Which];
    if (llvm::any_of(T.Lost, [&](const LostTask &Seen) {
          return Seen.Overwritten == Overwritten || Overwritten.isInvalid();
        }))
      return;
    LostTask Lost;
    Lost.Variable = T.Variable;
    Lost.Source = T.Source;
    Lost.Where = T.Variable->getLocation();
    Lost.Never = T.Used.isInvalid();
    Lost.Used = T.Used;
    Lost.Overwritten = Overwritten;
    T.Lost.push_back(Lost);
  }

  /// Leaving by an exception or by a call that does not return loses nothing
  /// that the author could have awaited.
  static bool leavesAbnormally(const CFGBlock &Block) {
    if (Block.hasNoReturnElement())
      return true;
    for (const CFGElement &Element : Block)
      if (auto Statement = Element.getAs<CFGStmt>())
        if (isa<CXXThrowExpr>(Statement->getStmt()))
          return true;
    return false;
  }

  void solve(const FlowGraph &Graph) {
    FlowState Entry(Tasks.size(), Settled);
    auto Ignore = [](unsigned, SourceLocation) {};
    std::vector<FlowState> In = Graph.solveForward(
        Entry, [](const CFGBlock &, FlowState &) {},
        [&](const CFGElement &E, FlowState &S) { transfer(E, S, Ignore); },
        [](const CFGBlock &, unsigned, FlowState &) {},
        // Whatever the try block had, it may be settled.
        Entry);
    const CFGBlock &Exit = Graph.cfg().getExit();
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty() || leavesAbnormally(*Block))
        continue;
      for (const CFGElement &Element : *Block)
        transfer(Element, State, [&](unsigned Which, SourceLocation Over) {
          lose(Which, Over);
        });
      // A task without a destructor dies unseen: look at the end.
      if (llvm::any_of(Block->succs(), [&](const CFGBlock::AdjacentBlock &B) {
            return B.getReachableBlock() == &Exit;
          }))
        for (unsigned I = 0; I != Tasks.size(); ++I)
          if (State[I] & Owed)
            lose(I, {});
    }
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  std::vector<Task> Tasks;
  llvm::DenseMap<const VarDecl *, unsigned> Index;
  llvm::DenseSet<const DeclRefExpr *> Harmless;
  llvm::DenseMap<const Stmt *, unsigned> Assignments;
  llvm::DenseMap<const Stmt *, unsigned> Settling;
};

} // namespace

std::vector<LostTask> findLostTasks(const FunctionDecl &F, AsyncModel &Model) {
  return TaskFlow(F, Model).run();
}

} // namespace corolint
