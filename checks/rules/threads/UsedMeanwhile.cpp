#include "rules/threads/UsedMeanwhile.h"
#include "flow/FlowGraph.h"
#include "flow/LockOperations.h"
#include "support/AstWalk.h"
#include "llvm/ADT/DenseMap.h"

using namespace clang;

namespace corolint {
namespace {

enum class Access { None, Read, Write };

/// The local variable that \p E is, or a member or element of.
const VarDecl *rootOf(const Expr *E) {
  for (E = stripped(E);;) {
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      if (Member->isArrow())
        return nullptr;
      E = stripped(Member->getBase());
    } else if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E)) {
      E = stripped(Element->getBase());
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
               Operator && Operator->getOperator() == OO_Subscript) {
      E = stripped(Operator->getArg(0));
    } else {
      return namedVariable(E);
    }
  }
}

/// What a body does to each plain local variable, at which expression.
class Accesses {
public:
  Accesses(const Stmt *Body) {
    walkEvaluated(Body, [&](const Stmt *S) {
      look(*S);
      return true;
    });
    walkEvaluated(Body, [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
        if (const auto *V = dyn_cast<VarDecl>(Ref->getDecl()))
          if (!At.count(Ref))
            At[Ref] = {V, Access::Read};
      return true;
    });
  }

  struct One {
    const VarDecl *Variable;
    Access What;
  };
  llvm::DenseMap<const DeclRefExpr *, One> At;

private:
  /// The mention at the root of \p E writes, or only names its address.
  void set(const Expr *E, Access What) {
    const VarDecl *V = rootOf(E);
    if (!V)
      return;
    walkEvaluated(E, [&](const Stmt *S) {
      const auto *Ref = dyn_cast<DeclRefExpr>(S);
      if (Ref && Ref->getDecl() == V)
        At[Ref] = {V, What};
      return !Ref;
    });
  }

  void look(const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S);
        Assign && Assign->isAssignmentOp()) {
      set(Assign->getLHS(), Access::Write);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
      if (Unary->isIncrementDecrementOp())
        set(Unary->getSubExpr(), Access::Write);
      else if (Unary->getOpcode() == UO_AddrOf)
        set(Unary->getSubExpr(), Access::None);
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
      if (Operator->isAssignmentOp() ||
          Operator->getOperator() == OO_PlusPlus ||
          Operator->getOperator() == OO_MinusMinus)
        set(Operator->getArg(0), Access::Write);
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(&S)) {
      // begin(), end() and the like are not const and do not write.
      const CXXMethodDecl *Method = Call->getMethodDecl();
      if (Method && !Method->isConst() && Method->isInStdNamespace() &&
          (Method->getReturnType()->isVoidType() || Call->getNumArgs() > 0))
        set(Call->getImplicitObjectArgument(), Access::Write);
    }
  }
};

/// A capture by reference in a task that runs on another thread.
struct Shared {
  const VarDecl *Variable;
  const Expr *Spawn;
  SourceLocation Where;
  const DeclRefExpr *ByTask; ///< the task's use, a write if there is one
  Access TaskDoes;
  std::string By;
  std::string Evidence;
  const DeclRefExpr *Meanwhile = nullptr; ///< the use that races
};

class Finder {
public:
  Finder(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context), Model(Context.model()) {}

  void run() {
    collect();
    if (Candidates.empty())
      return;
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      solve(*Graph);
    for (const Shared &S : Candidates)
      if (S.Meanwhile)
        report(S);
  }

private:
  enum : uint8_t { Idle = 1, Running = 2 };

  void collect() {
    llvm::DenseMap<const Stmt *, bool> Awaited;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      // What is awaited, or waited for, at once.
      if (const Expr *Operand = awaitedOperand(*S))
        walkEvaluated(Operand, [&](const Stmt *Inner) {
          Awaited[Inner] = true;
          return true;
        });
      std::optional<CallSite> Site = asCall(*S);
      if (!Site || Awaited.count(Site->Node))
        return true;
      for (const Spawn &Started : Context.spawns().spawnsOf(*Site))
        if (Started.Where == RunsOn::OtherThread && !Started.Scoped)
          if (const auto *Lambda = dyn_cast<LambdaExpr>(stripped(Started.Work)))
            addCaptures(*Lambda, *Site, Started);
      return true;
    });
  }

  /// True if somewhere in \p Body a lock is taken.
  bool locks(const Stmt *Body) {
    bool Found = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      if (std::optional<CallSite> Site = asCall(*S))
        Found |= !lockOperations(*Site, false, Model).empty();
      if (const auto *E = dyn_cast<Expr>(S))
        Found |= isThreadGuard(E->getType(), Model);
      return !Found;
    });
    return Found;
  }

  bool isPlain(const VarDecl &V) {
    QualType T = V.getType();
    if (!V.hasLocalStorage() || T->isReferenceType() || T->isDependentType() ||
        T.isConstQualified())
      return false;
    return Model.sharing(T).Rank == Sharing::Unshared;
  }

  void addCaptures(const LambdaExpr &Lambda, const CallSite &Site,
                   const Spawn &Started) {
    const Stmt *Body = writtenBody(*Lambda.getCallOperator());
    if (!Body || locks(Body))
      return;
    const Accesses InTask(Body);
    for (const LambdaCapture &Capture : Lambda.captures()) {
      const auto *V =
          Capture.capturesVariable() && Capture.getCaptureKind() == LCK_ByRef
              ? dyn_cast<VarDecl>(Capture.getCapturedVar())
              : nullptr;
      if (!V || V->isInitCapture() || !isPlain(*V))
        continue;
      Shared New;
      New.Variable = V;
      New.Spawn = cast<Expr>(Site.Node);
      New.Where =
          Capture.isExplicit() ? Capture.getLocation() : Lambda.getBeginLoc();
      New.ByTask = nullptr;
      New.TaskDoes = Access::None;
      for (const auto &[Ref, Use] : InTask.At)
        if (Use.Variable == V &&
            (Use.What > New.TaskDoes ||
             (Use.What == New.TaskDoes && New.ByTask &&
              Ref->getLocation() < New.ByTask->getLocation()))) {
          New.ByTask = Ref;
          New.TaskDoes = Use.What;
        }
      if (!New.ByTask)
        continue;
      New.By = Started.By;
      New.Evidence = Started.Evidence;
      Candidates.push_back(std::move(New));
    }
  }

  /// True if \p S may put what comes after it behind the task: it waits, it
  /// suspends, it locks, or it asks an object that does its own locking.
  bool mayWait(const Stmt &S) {
    if (Model.suspension(S))
      return true;
    std::optional<CallSite> Site = asCall(S);
    if (!Site)
      return false;
    if (const FunctionFact *Fact = Model.blocking(*Site))
      if (Fact->Blocks == BlockKind::Wait || Fact->Blocks == BlockKind::Lock)
        return true;
    if (!lockOperations(*Site, false, Model).empty())
      return true;
    const auto *Construct = dyn_cast<CXXConstructExpr>(Site->Node);
    if (Construct && isThreadGuard(Construct->getType(), Model))
      return true;
    return Site->Object &&
           Model.sharing(Site->Object->getType().getNonReferenceType()).Rank ==
               Sharing::Synchronised;
  }

  void transfer(const CFGElement &Element, FlowState &State,
                llvm::function_ref<void(Shared &, const DeclRefExpr &)> Race) {
    if (auto Dead = Element.getAs<CFGAutomaticObjDtor>()) {
      // A jthread or the future of std::async joins.
      const CXXRecordDecl *Record = recordOf(Dead->getVarDecl()->getType());
      if (Record && Model.blockingDestructor(*Record))
        State.assign(State.size(), Idle);
      return;
    }
    auto Statement = Element.getAs<CFGStmt>();
    if (!Statement)
      return;
    const Stmt *S = Statement->getStmt();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S)) {
      auto It = Own->At.find(Ref);
      for (unsigned I = 0; I != Candidates.size(); ++I)
        if ((State[I] & Running) && It != Own->At.end() &&
            It->second.Variable == Candidates[I].Variable &&
            It->second.What != Access::None &&
            (It->second.What == Access::Write ||
             Candidates[I].TaskDoes == Access::Write))
          Race(Candidates[I], *Ref);
      return;
    }
    for (unsigned I = 0; I != Candidates.size(); ++I)
      if (S == Candidates[I].Spawn)
        State[I] = Running;
    if (llvm::none_of(Candidates,
                      [S](const Shared &C) { return S == C.Spawn; }) &&
        mayWait(*S))
      State.assign(State.size(), Idle);
  }

  void solve(const FlowGraph &Graph) {
    Own.emplace(writtenBody(F));
    const FlowState Entry(Candidates.size(), Idle);
    auto Nothing = [](Shared &, const DeclRefExpr &) {};
    for (unsigned World = 0; World != Graph.worlds(); ++World) {
      std::vector<FlowState> In = Graph.solveForward(
          World, Entry, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) { transfer(E, S, Nothing); },
          [](const CFGBlock &, unsigned, FlowState &) {});
      for (const CFGBlock *Block : Graph.cfg()) {
        FlowState State = In[Block->getBlockID()];
        if (State.empty())
          continue;
        for (const CFGElement &Element : *Block)
          transfer(Element, State, [](Shared &S, const DeclRefExpr &Ref) {
            if (!S.Meanwhile || Ref.getLocation() < S.Meanwhile->getLocation())
              S.Meanwhile = &Ref;
          });
      }
    }
  }

  void report(const Shared &S) {
    const std::string Name = quoted(S.Variable->getName());
    const bool WeWrite =
        Own->At.find(S.Meanwhile)->second.What == Access::Write;
    Finding New;
    New.Where = S.Where;
    New.Text = Name + " is shared by reference with a task on another thread, "
                      "and both use it at the same time";
    New.note(S.ByTask->getLocation(),
             std::string("the task ") +
                 (S.TaskDoes == Access::Write ? "writes" : "reads") +
                 " it here");
    New.note(S.Meanwhile->getLocation(),
             std::string(WeWrite ? "written" : "read") +
                 " here, before anything waits for the task");
    New.note(S.Spawn->getExprLoc(), S.By + " starts the task here");
    New.note(S.Where, "wait for the task first, give it a value of its own, or "
                      "share an atomic or what a mutex guards");
    New.Evidence.push_back(S.Evidence);
    Context.report(std::move(New));
  }

  const FunctionDecl &F;
  RuleContext &Context;
  AsyncModel &Model;
  std::vector<Shared> Candidates;
  std::optional<Accesses> Own;
};

} // namespace

void findUsedMeanwhile(const FunctionDecl &F, RuleContext &Context) {
  if (writtenBody(F))
    Finder(F, Context).run();
}

} // namespace corolint
