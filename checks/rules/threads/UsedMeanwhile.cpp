#include "rules/threads/UsedMeanwhile.h"
#include "flow/FlowGraph.h"
#include "model/Names.h"
#include "model/ViewType.h"
#include "rules/threads/Touches.h"
#include "summary/Waiting.h"
#include "support/AstWalk.h"
#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

using namespace clang;

namespace corolint {
namespace {

/// Something of the starter's that a task on another thread reaches.
struct Shared {
  const ValueDecl *What; ///< the local variable, or the member of `*this`
  std::string Through;   ///< "by reference", "through the iterator 'it'"
  SourceLocation Where;  ///< the capture or the argument
  const Expr *Spawn;
  std::vector<Touch> ByTask;
  std::string By;
  std::string Evidence;
  std::optional<Touch> Theirs; ///< the two that race
  std::optional<Touch> Ours;
};

/// How a variable of the task got its value.
struct Entry {
  std::string Through;
  SourceLocation Where;
};

class Finder {
public:
  Finder(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context), Model(Context.model()) {}

  void run() {
    collect();
    if (Candidates.empty())
      return;
    for (Touch &T : touchesIn(writtenBody(F), Lent, Model,
                              [](const Stmt &) { return false; }))
      Ours.try_emplace(T.Mention, T);
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      solve(*Graph);
    for (const Shared &S : Candidates)
      if (S.Ours)
        report(S);
  }

private:
  enum : uint8_t { Idle = 1, Running = 2 };
  using Entries = llvm::DenseMap<const VarDecl *, Entry>; ///< null: `this`

  void collect() {
    llvm::DenseSet<const Stmt *> Awaited;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      // What is awaited, or waited for, at once.
      if (const Expr *Operand = awaitedOperand(*S))
        walkEvaluated(Operand, [&](const Stmt *Inner) {
          Awaited.insert(Inner);
          return true;
        });
      std::optional<CallSite> Site = asCall(*S);
      if (Site && !Awaited.count(Site->Node))
        addSpawns(*Site);
      return true;
    });
  }

  void addSpawns(const CallSite &Site) {
    const std::vector<Spawn> All = Context.spawns().spawnsOf(Site);
    for (size_t I = 0; I != All.size(); ++I) {
      const Spawn &Started = All[I];
      if (Started.Where != RunsOn::OtherThread || Started.Scoped)
        continue;
      const Expr *Work = stripped(Started.Work);
      if (const auto *Lambda = dyn_cast<LambdaExpr>(Work)) {
        addTask(*Lambda->getCallOperator(), entriesOf(*Lambda), Site, Started);
      } else if (std::optional<CallSite> Made = asCall(*Work);
                 Made && Model.type(Work->getType()).Kind == AsyncKind::Task) {
        addCall(*Made->Callee, Made->Object, Made->Arguments, false, Site,
                Started);
      } else if (const FunctionDecl *Callee = calledBy(*Started.Work)) {
        llvm::SmallVector<const Expr *, 4> Carried;
        for (size_t Next = I + 1; Next != All.size(); ++Next)
          if (All[Next].Carried)
            Carried.push_back(All[Next].Work);
        addCall(*Callee, nullptr, Carried, true, Site, Started);
      }
    }
  }

  Entries entriesOf(const LambdaExpr &Lambda) {
    Entries Found;
    for (const LambdaCapture &Capture : Lambda.captures()) {
      const SourceLocation Where =
          Capture.isExplicit() ? Capture.getLocation() : Lambda.getBeginLoc();
      if (Capture.getCaptureKind() == LCK_This)
        Found[nullptr] = {"through 'this'", Where};
      const auto *V = Capture.capturesVariable()
                          ? dyn_cast<VarDecl>(Capture.getCapturedVar())
                          : nullptr;
      if (!V)
        continue;
      if (Capture.getCaptureKind() == LCK_ByRef)
        Found[V] = {"by reference", Where};
      else if (std::optional<Loan> Loaned = Lent.loanOf(*V);
               Loaned && Loaned->How != Loan::By::Reference)
        Found[V] = {through(*V), Where};
    }
    return Found;
  }

  /// How \p V, a pointer or view, is spoken of.
  static std::string through(const VarDecl &V) {
    const std::optional<ViewKind> Kind = viewKind(V.getType());
    const char *Noun = Kind == ViewKind::Pointer    ? "the pointer "
                       : Kind == ViewKind::Iterator ? "the iterator "
                       : Kind == ViewKind::View     ? "the view "
                                                    : "the reference ";
    return "through " + (Noun + quoted(V.getName()));
  }

  /// A task that calls \p Callee. \p Copies: its arguments are copied on the
  /// way, and only pointers and views still lead back.
  void addCall(const FunctionDecl &Callee, const Expr *Object,
               llvm::ArrayRef<const Expr *> Arguments, bool Copies,
               const CallSite &Site, const Spawn &Started) {
    const FunctionDecl *Body = Model.facts().readableDefinition(Callee);
    if (!Body || Body->isDependentContext())
      return;
    Entries Found;
    const auto *Method = dyn_cast<CXXMethodDecl>(Body);
    if (Method && Method->isInstance() && Copies && !Arguments.empty()) {
      Object = Arguments.front();
      Arguments = Arguments.drop_front();
    }
    if (Object && isa<CXXThisExpr>(stripped(Object)))
      Found[nullptr] = {"through 'this'", Site.where()};
    for (unsigned I = 0;
         I != std::min<size_t>(Arguments.size(), Body->getNumParams()); ++I) {
      const ParmVarDecl &P = *Body->getParamDecl(I);
      std::optional<Loan> Loaned = passed(*Arguments[I], P.getType(), Copies);
      if (!Loaned || (!P.getType()->isReferenceType() && isChanged(P)))
        continue;
      Found[&P] = {P.getType()->isReferenceType()
                       ? "by reference"
                       : through(P) + " of " + mention(Callee),
                   Arguments[I]->getExprLoc()};
      Lent.pass(P, std::move(*Loaned));
    }
    addTask(*Body, Found, Site, Started);
    Lent.forget();
  }

  std::optional<Loan> passed(const Expr &Argument, QualType Parameter,
                             bool Copies) {
    if (!Parameter->isReferenceType())
      return viewKind(Parameter) ? Lent.viewed(Argument) : std::nullopt;
    if (Copies) {
      // Only std::ref leads back.
      std::optional<Loan> Loaned =
          viewKind(Argument.getType()) == ViewKind::Wrapper
              ? Lent.viewed(Argument)
              : std::nullopt;
      if (Loaned)
        Loaned->How = Loan::By::Reference;
      return Loaned;
    }
    const Expr *Mention = nullptr;
    std::optional<Place> Of = Lent.placeOf(Argument, Mention);
    return Of ? std::optional<Loan>({Loan::By::Reference, *Of}) : std::nullopt;
  }

  /// True if \p What can only be used by one thread at a time.
  bool isPlain(const ValueDecl &What) {
    const QualType T = What.getType();
    if (T->isReferenceType() || T->isDependentType() || T.isConstQualified())
      return false;
    return Model.sharing(T).Rank == Sharing::Unshared;
  }

  /// The variable by which \p Mention came into \p Task, through references of
  /// its own; null: `this`.
  static const VarDecl *enteredAs(const Expr &Mention,
                                  const FunctionDecl &Task) {
    const VarDecl *V = namedVariable(&Mention);
    while (V && !isa<ParmVarDecl>(V) && V->getDeclContext() == &Task &&
           V->getType()->isReferenceType() && V->getInit()) {
      const VarDecl *Named = namedVariable(V->getInit());
      if (!Named)
        break;
      V = Named;
    }
    return V;
  }

  void addTask(const FunctionDecl &Task, const Entries &Ways,
               const CallSite &Site, const Spawn &Started) {
    if (Ways.empty())
      return;
    const size_t Before = Candidates.size();
    for (Touch &T :
         touchesIn(writtenBody(Task), Lent, Model, [&](const Stmt &S) {
           return mayWait(S, Model, Context.blocking());
         })) {
      auto Way = Ways.find(enteredAs(*T.Mention, Task));
      if (Way == Ways.end())
        continue;
      const ValueDecl *What = T.Where.Root;
      if (!What)
        What = T.Where.Fields.front();
      if (!isPlain(*What))
        continue;
      auto Same = std::find_if(
          Candidates.begin() + Before, Candidates.end(), [&](const Shared &S) {
            return S.What == What && S.Where == Way->second.Where;
          });
      if (Same == Candidates.end()) {
        Shared New;
        New.What = What;
        New.Through = Way->second.Through;
        New.Where = Way->second.Where;
        New.Spawn = cast<Expr>(Site.Node);
        New.By = Started.By;
        New.Evidence = Started.Evidence;
        Same = Candidates.insert(Candidates.end(), std::move(New));
      }
      Same->ByTask.push_back(std::move(T));
    }
  }

  void transfer(const CFGElement &Element, FlowState &State,
                llvm::function_ref<void(Shared &, const Touch &)> Race) {
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
    if (auto It = Ours.find(S); It != Ours.end()) {
      for (unsigned I = 0; I != Candidates.size(); ++I)
        if (State[I] & Running)
          Race(Candidates[I], It->second);
      return;
    }
    bool Starts = false;
    for (unsigned I = 0; I != Candidates.size(); ++I)
      if (S == Candidates[I].Spawn) {
        State[I] = Running;
        Starts = true;
      }
    if (!Starts && mayWait(*S, Model, Context.blocking()))
      State.assign(State.size(), Idle);
  }

  /// Remembers the first of our touches that races with one of the task's.
  static void meet(Shared &S, const Touch &Our) {
    if (S.Ours && S.Ours->Mention->getExprLoc() <= Our.Mention->getExprLoc())
      return;
    const Touch *Worst = nullptr;
    for (const Touch &T : S.ByTask)
      if (T.races(Our) && (!Worst || (T.writes() && !Worst->writes())))
        Worst = &T;
    if (!Worst)
      return;
    S.Ours = Our;
    S.Theirs = *Worst;
  }

  void solve(const FlowGraph &Graph) {
    const FlowState Entry(Candidates.size(), Idle);
    for (unsigned World = 0; World != Graph.worlds(); ++World) {
      std::vector<FlowState> In = Graph.solveForward(
          World, Entry, [](const CFGBlock &, FlowState &) {},
          [&](const CFGElement &E, FlowState &S) {
            transfer(E, S, [](Shared &, const Touch &) {});
          },
          [](const CFGBlock &, unsigned, FlowState &) {});
      for (const CFGBlock *Block : Graph.cfg()) {
        FlowState State = In[Block->getBlockID()];
        if (State.empty())
          continue;
        for (const CFGElement &Element : *Block)
          transfer(Element, State, meet);
      }
    }
  }

  void report(const Shared &S) {
    Finding New;
    New.Where = S.Where;
    New.Text = quoted(S.What->getName()) + " is shared " + S.Through +
               " with a task on another thread, and both use it at the same "
               "time";
    New.note(S.Theirs->Mention->getExprLoc(),
             std::string("the task ") +
                 (S.Theirs->writes() ? "writes" : "reads") + " it here");
    New.note(S.Ours->Mention->getExprLoc(),
             std::string(S.Ours->writes() ? "written" : "read") +
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
  Loans Lent;
  std::vector<Shared> Candidates;
  llvm::DenseMap<const Stmt *, Touch> Ours;
};

} // namespace

void findUsedMeanwhile(const FunctionDecl &F, RuleContext &Context) {
  if (writtenBody(F))
    Finder(F, Context).run();
}

} // namespace corolint
