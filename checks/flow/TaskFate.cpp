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
    scanParameters();
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
      scanLoops(*S);
      return true;
    });
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      solve(*Graph);
    std::vector<LostTask> Result;
    for (const Task &T : Tasks)
      if (!isa<ParmVarDecl>(T.Variable) || isForgotten(T))
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
    const Expr *Source;           ///< of the task it holds first; null: of none
    std::optional<unsigned> From; ///< the task it is moved from
    SourceLocation Used;          ///< the first place that takes it
    SmallVector<LostTask, 1> Lost;
  };

  static bool isMade(const Expr *E) {
    const Expr *Source = stripped(E);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Source))
      return Construct->getNumArgs() == 1 && isMade(Construct->getArg(0));
    return isa<CallExpr, CoroutineSuspendExpr>(Source) && Source->isPRValue();
  }

  /// A function that takes a lazy task by value is all that it has left.
  void scanParameters() {
    if (F.getTemplateInstantiationPattern())
      return;
    for (const ParmVarDecl *P : F.parameters()) {
      const QualType T = P->getType();
      if (!P->getIdentifier() || T->isReferenceType() || T->isDependentType() ||
          !Model.type(T).MustAwait ||
          Model.type(T).Dropped != IfDropped::NeverRuns)
        continue;
      Index[P] = Tasks.size();
      Tasks.push_back({P, nullptr, {}, {}, {}});
    }
  }

  /// True if the body never names the parameter \p T, and its author does not
  /// say that this is so.
  bool isForgotten(const Task &T) const {
    const auto *Method = dyn_cast<CXXMethodDecl>(&F);
    return !T.Variable->isReferenced() && !T.Variable->hasAttr<UnusedAttr>() &&
           !(Method && Method->isVirtual());
  }

  /// The tracked task that \p Init, the initialiser of another, moves from.
  const DeclRefExpr *movedFrom(const Expr &Init) const {
    const Expr *Source = stripped(&Init);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Source);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getConstructor()->isMoveConstructor())
      Source = Construct->getArg(0);
    const DeclRefExpr *Ref = reference(Source);
    return Ref && taskOf(Ref) ? Ref : nullptr;
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
          !Model.type(V->getType()).MustAwait)
        continue;
      const bool Made = isMade(V->getInit());
      std::optional<unsigned> From;
      if (Made ? isDiscardable(*stripped(V->getInit()))
               : !isEmpty(*V->getInit())) {
        const DeclRefExpr *Ref = movedFrom(*V->getInit());
        if (!Ref || V->getType()->isReferenceType())
          continue;
        From = taskOf(Ref);
        use(*From, Ref->getLocation());
        Harmless.insert(Ref);
      }
      Index[V] = Tasks.size();
      Tasks.push_back({V, Made ? V->getInit() : nullptr, From, {}, {}});
    }
  }

  /// A default-made task: nothing is owed until another is assigned to it.
  static bool isEmpty(const Expr &E) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(stripped(&E));
    return Construct && Construct->getNumArgs() == 0;
  }

  bool isDiscardable(const Expr &Source) {
    std::optional<CallSite> Site = asCall(Source);
    return Site && Model.owesNothing(*Site);
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
  /// being assigned to. A question such as `t.done()` settles it only beside
  /// other uses: then its answer says whether they are needed.
  void scanHarmless(const Stmt &S) {
    if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&S);
        Cast && Cast->getCastKind() == CK_ToVoid && taskOf(Cast->getSubExpr()))
      Harmless.insert(reference(Cast->getSubExpr()));
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S)) {
      const CXXMethodDecl *Method = Member->getMethodDecl();
      const Expr *Object = Member->getImplicitObjectArgument();
      if (Method && Method->isConst() && Member->getNumArgs() == 0 &&
          Method->getReturnType()->isBooleanType() && taskOf(Object))
        Questions.insert(reference(Object));
    }
    if (const auto *Assign = dyn_cast<CXXOperatorCallExpr>(&S);
        Assign && Assign->getOperator() == OO_Equal) {
      if (auto Target = taskOf(Assign->getArg(0))) {
        Harmless.insert(reference(Assign->getArg(0)));
        if (isMade(Assign->getArg(1)) &&
            !isDiscardable(*stripped(Assign->getArg(1)))) {
          Assignments[Assign] = *Target;
          if (!Tasks[*Target].Source)
            Tasks[*Target].Source = Assign->getArg(1);
        } else
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
        Ref && !Harmless.contains(Ref) && !Questions.contains(Ref)) {
      if (auto Which = taskOf(Ref))
        use(*Which, Ref->getLocation());
    } else if (const auto *Lambda = dyn_cast<LambdaExpr>(&S)) {
      for (const LambdaCapture &Capture : Lambda->captures())
        if (auto Which = capturedTask(Capture))
          use(*Which, Capture.getLocation());
    }
  }

  /// The condition of \p S if it is a loop; a loop without one has null.
  static std::pair<const Stmt *, const Expr *> loopOf(const Stmt &S) {
    if (const auto *For = dyn_cast<ForStmt>(&S))
      return {For->getBody(), For->getCond()};
    if (const auto *While = dyn_cast<WhileStmt>(&S))
      return {While->getBody(), While->getCond()};
    if (const auto *Range = dyn_cast<CXXForRangeStmt>(&S))
      return {Range->getBody(), Range->getCond()};
    return {};
  }

  /// A loop that takes a task made before it is taken to run at least once:
  /// that it may not is what its author knows.
  void scanLoops(const Stmt &S) {
    auto [Body, Condition] = loopOf(S);
    if (!Body || !Condition)
      return;
    SmallVector<unsigned, 2> Own, Taken;
    walkEvaluated(Body, [&](const Stmt *Inside) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(Inside)) {
        for (const Decl *D : Declaration->decls())
          if (auto It = Index.find(dyn_cast<VarDecl>(D)); It != Index.end())
            Own.push_back(It->second);
      } else if (const auto *Ref = dyn_cast<DeclRefExpr>(Inside);
                 Ref && !Harmless.contains(Ref) && !Questions.contains(Ref)) {
        if (auto Which = taskOf(Ref); Which && !llvm::is_contained(Own, *Which))
          Taken.push_back(*Which);
      }
      return true;
    });
    if (!Taken.empty())
      walkEvaluated(Condition, [&](const Stmt *Part) {
        TakenByLoop[Part] = Taken;
        return true;
      });
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
      if (auto It = TakenByLoop.find(S); It != TakenByLoop.end())
        for (unsigned Which : It->second)
          State[Which] = Settled;
      if (const auto *Declaration = dyn_cast<DeclStmt>(S)) {
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            if (auto It = Index.find(V); It != Index.end()) {
              // Still owed from the round of the loop before.
              if (State[It->second] & Owed)
                OnLoss(It->second, {});
              if (auto From = Tasks[It->second].From) {
                State[It->second] = State[*From];
                State[*From] = Settled;
              } else {
                State[It->second] = isEmpty(*V->getInit()) ? Settled : Owed;
              }
            }
      } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
        if (auto Which = Harmless.contains(Ref) ? std::nullopt : taskOf(Ref);
            Which && (!Questions.contains(Ref) || Tasks[*Which].Used.isValid()))
          State[*Which] = Settled;
      } else if (isa<CXXThrowExpr>(S) || (isa<ReturnStmt, CoreturnStmt>(S) &&
                                          S->getBeginLoc().isMacroID())) {
        // What an exception leaves behind, its author could not have awaited;
        // nor did he write the return in an assertion of a test.
        State.assign(State.size(), Settled);
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
    Lost.Asked = llvm::any_of(Questions, [&](const DeclRefExpr *Question) {
      return Question->getDecl() == T.Variable;
    });
    Lost.Used = T.Used;
    Lost.Overwritten = Overwritten;
    T.Lost.push_back(Lost);
  }

  void solve(const FlowGraph &Graph) {
    for (unsigned World = 0; World != Graph.worlds(); ++World)
      solve(Graph, World);
  }

  void solve(const FlowGraph &Graph, unsigned World) {
    FlowState Entry(Tasks.size(), Settled);
    for (unsigned I = 0; I != Tasks.size(); ++I)
      if (isa<ParmVarDecl>(Tasks[I].Variable))
        Entry[I] = Owed;
    auto Ignore = [](unsigned, SourceLocation) {};
    std::vector<FlowState> In = Graph.solveForward(
        World, Entry, [](const CFGBlock &, FlowState &) {},
        [&](const CFGElement &E, FlowState &S) { transfer(E, S, Ignore); },
        [](const CFGBlock &, unsigned, FlowState &) {},
        // Whatever the try block had, it may be settled.
        FlowState(Tasks.size(), Settled));
    const CFGBlock &Exit = Graph.cfg().getExit();
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty() || Block->hasNoReturnElement())
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
  llvm::DenseSet<const DeclRefExpr *> Questions;
  llvm::DenseMap<const Stmt *, unsigned> Assignments;
  llvm::DenseMap<const Stmt *, unsigned> Settling;
  llvm::DenseMap<const Stmt *, SmallVector<unsigned, 2>> TakenByLoop;
};

} // namespace

std::vector<LostTask> findLostTasks(const FunctionDecl &F, AsyncModel &Model) {
  return TaskFlow(F, Model).run();
}

bool suspendsBehind(const Stmt &Part, SourceLocation Where, AsyncModel &Model) {
  const SourceManager &Sources = Model.context().getSourceManager();
  bool Suspends = false;
  walkEvaluated(&Part, [&](const Stmt *S) {
    std::optional<Suspension> Point = Model.realSuspension(*S);
    Suspends |= Point && Sources.isBeforeInTranslationUnit(Where, Point->Where);
    return !Suspends;
  });
  return Suspends;
}

} // namespace corolint
