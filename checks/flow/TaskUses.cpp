#include "flow/TaskUses.h"
#include "flow/FlowGraph.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

using namespace clang;

namespace corolint {
namespace {

using How = ReusedTask::How;
using Since = ReusedTask::Since;

/// Of a task: what it may hold. Of an ending: whether it came last.
enum : uint8_t { Full = 1, Forgotten = 2, Gone = 4 };
enum : uint8_t { No = 1, Yes = 2 };

/// What leaves a task without its work.
struct Ending {
  unsigned Task;
  Since Cause;
  SourceLocation Where;
  Left Rest;
  std::string Asker;
};

/// What an expression does to a task: uses it, then fills, ends or forgets it.
/// Or it leaves the body.
struct Change {
  enum Kind { Nothing, Fills, Ends, Forgets, Leaves };
  unsigned Task;
  Kind What;
  unsigned End = 0; ///< with Ends: index of the ending
  const Expr *Use = nullptr;
  How Used = How::Awaited;
};

class TaskUses {
public:
  TaskUses(const FunctionDecl &F, AsyncModel &Model) : F(F), Model(Model) {}

  std::vector<ReusedTask> run() {
    for (const ParmVarDecl *P : F.parameters())
      track(*P);
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Declaration = dyn_cast<DeclStmt>(S))
        for (const Decl *D : Declaration->decls())
          if (const auto *V = dyn_cast<VarDecl>(D))
            track(*V);
      return true;
    });
    if (Tasks.empty())
      return {};
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      read(*S);
      return true;
    });
    if (Endings.empty())
      return {};
    if (std::unique_ptr<FlowGraph> Graph = FlowGraph::of(F))
      for (unsigned World = 0; World != Graph->worlds(); ++World)
        solve(*Graph, World);
    std::vector<ReusedTask> Result;
    for (auto &[Where, Found] : Reused)
      if ((Found.Certain || !dependsOnFlags()) && !isOneInMacro(Found))
        Result.push_back(Found);
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    llvm::stable_sort(Result, [&](const ReusedTask &A, const ReusedTask &B) {
      return Sources.isBeforeInTranslationUnit(A.Where, B.Where);
    });
    return Result;
  }

private:
  struct Task {
    const VarDecl *Variable;
    bool EmptyOnceMoved;
    bool Escapes = false;
  };

  /// Only a task in the narrow sense: what short-circuits may be awaited as
  /// often as one likes.
  void track(const VarDecl &V) {
    const QualType T = V.getType();
    if (!V.hasLocalStorage() || T->isLValueReferenceType() ||
        T->isDependentType() || isa<DecompositionDecl>(V) ||
        (T->isReferenceType() && !isa<ParmVarDecl>(V)))
      return;
    const AsyncType &Type = Model.type(T);
    if (Type.Kind != AsyncKind::Task || Type.ShortCircuits)
      return;
    Index[&V] = Tasks.size();
    Tasks.push_back({&V, isEmptyOnceMoved(T, Model)});
  }

  std::optional<unsigned> taskOf(const Expr *E) const {
    const VarDecl *V = E ? namedVariable(E) : nullptr;
    auto It = V ? Index.find(V) : Index.end();
    return It == Index.end() ? std::nullopt
                             : std::optional<unsigned>(It->second);
  }

  void understand(const Expr *E) { Understood.insert(stripped(E)); }

  void add(const Stmt &At, Change New) { Changes[&At].push_back(New); }

  void use(const Stmt &At, unsigned Which, How Used, const Expr *Use) {
    add(At, {Which, Change::Nothing, 0, Use, Used});
  }

  void end(const Stmt &At, unsigned Which, How Used, const Expr *Use,
           Since Cause, Left Rest, std::string Asker = {}) {
    add(At, {Which, Change::Ends, unsigned(Endings.size()), Use, Used});
    Endings.push_back(
        {Which, Cause,
         Use ? Use->getExprLoc() : Tasks[Which].Variable->getLocation(), Rest,
         std::move(Asker)});
  }

  void forget(const Stmt &At, unsigned Which) {
    add(At, {Which, Change::Forgets});
  }

  //===--- What expressions do ---===//

  void read(const Stmt &S) {
    if (const Expr *Operand = awaitedOperand(S)) {
      readAwait(S, *Operand);
    } else if (const auto *Declaration = dyn_cast<DeclStmt>(&S)) {
      readDeclaration(*Declaration);
    } else if (const auto *Return = dyn_cast<ReturnStmt>(&S)) {
      readReturned(Return->getRetValue());
    } else if (const auto *Return = dyn_cast<CoreturnStmt>(&S)) {
      readReturned(Return->getOperand());
    } else if (const auto *Cast = dyn_cast<ExplicitCastExpr>(&S)) {
      if (Cast->getCastKind() == CK_ToVoid && taskOf(Cast->getSubExpr()))
        understand(Cast->getSubExpr());
    } else if (const auto *Ref = dyn_cast<DeclRefExpr>(&S)) {
      if (auto Which = taskOf(Ref); Which && !Understood.contains(Ref))
        Tasks[*Which].Escapes = true;
    } else if (std::optional<CallSite> Site = asCall(S)) {
      readCall(*Site);
    }
  }

  bool endsCoroutine(const Expr &Operand) {
    const CXXRecordDecl *Record = recordOf(stripped(&Operand)->getType());
    return Record && Model.facts().firstType(*Record, [](const TypeFact &Fact) {
      return Fact.OnAwait == Awaited::EndsCoroutine;
    });
  }

  void readAwait(const Stmt &S, const Expr &Operand) {
    if (endsCoroutine(Operand))
      return add(S, {0, Change::Leaves});
    auto Which = taskOf(&Operand);
    if (!Which)
      return;
    understand(&Operand);
    const auto *Await = dyn_cast<CoroutineSuspendExpr>(&S);
    if (!Await || !isa<CoawaitExpr>(Await))
      return forget(S, *Which);
    const VarDecl &V = *Tasks[*Which].Variable;
    if (mayAwaitEmpty(*Await, V.getType(), Model))
      AwaitsEmpty.insert(Await);
    const Left Rest = leftByAwait(*Await, V, Model);
    if (Rest == Left::Unknown)
      use(S, *Which, How::Awaited, Await);
    else
      end(S, *Which, How::Awaited, Await, Since::Awaited, Rest);
  }

  void readDeclaration(const DeclStmt &Declaration) {
    for (const Decl *D : Declaration.decls()) {
      auto It = Index.find(dyn_cast<VarDecl>(D));
      if (It == Index.end())
        continue;
      const Expr *Init = Tasks[It->second].Variable->getInit();
      const auto *Construct =
          Init ? dyn_cast<CXXConstructExpr>(stripped(Init)) : nullptr;
      if (Construct && makesEmpty(*Construct, Model))
        end(Declaration, It->second, How::Awaited, nullptr, Since::Made,
            Left::Nothing);
      else
        add(Declaration, {It->second, Change::Fills});
    }
  }

  /// Whatever is in it, it leaves the body here.
  void readReturned(const Expr *Value) {
    if (taskOf(Value))
      understand(Value);
  }

  void readCall(const CallSite &Site) {
    const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Site.Node);
    if (Operator && Operator->getOperator() == OO_Equal) {
      if (auto Target = taskOf(Operator->getArg(0))) {
        understand(Operator->getArg(0));
        add(*Site.Node, {*Target, Change::Fills});
      }
    } else if (Site.Object) {
      readMember(Site);
    }
    // std::move itself changes nothing.
    if (!isMove(Site.Node))
      for (const Expr *Argument : Site.Arguments)
        readArgument(Site, *Argument);
  }

  void readMember(const CallSite &Site) {
    auto Which = taskOf(Site.Object);
    const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
    if (!Which || !Method)
      return;
    const bool GivesItself = Method->getReturnType()->isReferenceType();
    const bool Takes =
        llvm::any_of(Model.facts(Site), [](const FunctionFact *Fact) {
          return Fact->UsesUp && *Fact->UsesUp == 0;
        });
    if (!Takes && GivesItself)
      return;
    understand(Site.Object);
    if (Takes || (Method->getRefQualifier() == RQ_RValue &&
                  Tasks[*Which].EmptyOnceMoved))
      end(*Site.Node, *Which, How::Asked, cast<Expr>(Site.Node), Since::Asked,
          Left::Nothing, unqualifiedName(*Method));
    else
      // A question whose answer may be the guard of what follows, or a change.
      forget(*Site.Node, *Which);
  }

  /// `queue.try_push(std::move(t))` may leave the task where it was.
  static bool mayRefuse(const CallSite &Site) {
    return Site.Callee->getReturnType()->isBooleanType() ||
           unqualifiedName(*Site.Callee).find("try") != std::string::npos;
  }

  void readArgument(const CallSite &Site, const Expr &Argument) {
    auto Which = taskOf(&Argument);
    if (!Which || !Argument.IgnoreParens()->IgnoreImplicit()->isXValue())
      return;
    understand(&Argument);
    const auto *Constructor = dyn_cast<CXXConstructorDecl>(Site.Callee);
    const bool Moves = Constructor && Constructor->isMoveConstructor();
    if (!Tasks[*Which].EmptyOnceMoved || (!Moves && mayRefuse(Site)))
      forget(*Site.Node, *Which);
    else
      end(*Site.Node, *Which, How::HandedOn, &Argument, Since::Moved,
          Left::Nothing);
  }

  //===--- What may hold where ---===//

  size_t slots() const { return Tasks.size() + Endings.size(); }
  uint8_t &endingIn(FlowState &State, unsigned End) const {
    return State[Tasks.size() + End];
  }

  void set(FlowState &State, unsigned Which, uint8_t What,
           std::optional<unsigned> End = {}) const {
    State[Which] = What;
    for (unsigned I = 0; I != Endings.size(); ++I)
      if (Endings[I].Task == Which)
        endingIn(State, I) = End && *End == I ? Yes : No;
  }

  using OnUse = llvm::function_ref<void(const Change &, FlowState &)>;

  void transfer(const CFGElement &Element, FlowState &State, OnUse See) {
    std::optional<CFGStmt> Statement = Element.getAs<CFGStmt>();
    auto It = Statement ? Changes.find(Statement->getStmt()) : Changes.end();
    if (It == Changes.end())
      return;
    for (const Change &C : It->second) {
      if (C.Use)
        See(C, State);
      switch (C.What) {
      case Change::Nothing:
        break;
      case Change::Fills:
        set(State, C.Task, Full);
        break;
      case Change::Forgets:
        set(State, C.Task, Forgotten);
        break;
      case Change::Leaves:
        for (unsigned I = 0; I != Tasks.size(); ++I)
          set(State, I, Forgotten);
        break;
      case Change::Ends:
        set(State, C.Task, Gone, C.End);
        break;
      }
    }
  }

  /// A handler begins with what its try block may have done to each task:
  /// unknown, but for what only ended there.
  void enterHandler(const CXXCatchStmt &Handler, FlowState &State) const {
    auto It = TriedBy.find(&Handler);
    if (It == TriedBy.end())
      return;
    SmallVector<std::optional<unsigned>, 4> Ended(Tasks.size());
    llvm::DenseSet<unsigned> Unclear;
    walkEvaluated(It->second, [&](const Stmt *S) {
      if (auto Here = Changes.find(S); Here != Changes.end())
        for (const Change &C : Here->second) {
          if (C.What == Change::Ends && !Ended[C.Task])
            Ended[C.Task] = C.End;
          else if (C.What != Change::Nothing && C.What != Change::Leaves)
            Unclear.insert(C.Task);
        }
      return true;
    });
    for (unsigned I = 0; I != Tasks.size(); ++I)
      if (Ended[I] && !Unclear.contains(I)) {
        State[I] |= Gone;
        endingIn(State, *Ended[I]) |= Yes;
      }
  }

  void solve(const FlowGraph &Graph, unsigned World) {
    FlowState Entry(slots(), No);
    for (unsigned I = 0; I != Tasks.size(); ++I)
      Entry[I] = Full;
    FlowState AtHandler(slots(), No);
    for (unsigned I = 0; I != Tasks.size(); ++I)
      AtHandler[I] = Forgotten;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Try = dyn_cast<CXXTryStmt>(S))
        for (unsigned I = 0; I != Try->getNumHandlers(); ++I)
          TriedBy[Try->getHandler(I)] = Try->getTryBlock();
      return true;
    });
    auto Begin = [&](const CFGBlock &Block, FlowState &State) {
      if (const auto *Handler =
              dyn_cast_or_null<CXXCatchStmt>(Block.getLabel()))
        enterHandler(*Handler, State);
    };
    std::vector<FlowState> In = Graph.solveForward(
        World, Entry, Begin,
        [&](const CFGElement &Element, FlowState &State) {
          transfer(Element, State, [](const Change &, FlowState &) {});
        },
        [](const CFGBlock &, unsigned, FlowState &) {}, AtHandler);
    for (const CFGBlock *Block : Graph.cfg()) {
      FlowState State = In[Block->getBlockID()];
      if (State.empty())
        continue;
      Begin(*Block, State);
      for (const CFGElement &Element : *Block)
        transfer(Element, State,
                 [&](const Change &C, FlowState &Now) { report(C, Now); });
    }
  }

  /// Whether what is left goes wrong with this use.
  bool goesWrong(const Change &C, const Ending &Last) const {
    if (C.Used != How::Awaited)
      // To keep a task whose coroutine has ended is fine.
      return Last.Rest == Left::Nothing && Last.Cause != Since::Made;
    return Last.Rest != Left::Nothing || !AwaitsEmpty.contains(C.Use);
  }

  void report(const Change &C, FlowState &State) {
    if (Tasks[C.Task].Escapes)
      return;
    for (unsigned I = 0; I != Endings.size(); ++I) {
      const Ending &Last = Endings[I];
      if (Last.Task != C.Task || !(endingIn(State, I) & Yes) ||
          !goesWrong(C, Last))
        continue;
      ReusedTask New;
      New.Variable = Tasks[C.Task].Variable;
      New.Use = C.Used;
      New.Where = C.Use->getExprLoc();
      New.Cause = Last.Cause;
      New.Before = Last.Where;
      New.Asker = Last.Asker;
      New.Rest = Last.Rest;
      New.Certain = !(State[C.Task] & (Full | Forgotten));
      auto [At, Inserted] = Reused.try_emplace(New.Where.getRawEncoding(), New);
      if (!Inserted)
        At->second.Certain &= New.Certain;
      return;
    }
  }

  //===--- Paths that only seem to exist ---===//

  /// One use, as its author wrote it: an assertion names its argument more than
  /// once, and `do { ... } while (condition)` in it is there to be a statement.
  bool isOneInMacro(const ReusedTask &Found) const {
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    if (!Found.Where.isMacroID() ||
        Sources.getFileLoc(Found.Where) != Sources.getFileLoc(Found.Before))
      return false;
    if (Found.Where != Found.Before)
      return true;
    const SourceLocation Place = Sources.getExpansionLoc(Found.Where);
    bool InMacro = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (isa<DoStmt, WhileStmt, ForStmt>(S) && S->getBeginLoc().isMacroID())
        InMacro |= Sources.getExpansionLoc(S->getBeginLoc()) == Place;
      return !InMacro;
    });
    return InMacro;
  }

  /// True if the body remembers in a variable what it has done and asks for it
  /// later: whether two places lie on one path is then more than we can tell.
  bool dependsOnFlags() {
    if (!Flags)
      Flags = asksFlags();
    return *Flags;
  }

  static const ValueDecl *named(const Expr *E) {
    const Expr *What = stripped(E);
    if (const auto *Member = dyn_cast<MemberExpr>(What))
      return Member->getMemberDecl();
    const auto *Ref = dyn_cast<DeclRefExpr>(What);
    return Ref ? Ref->getDecl() : nullptr;
  }

  bool asksFlags() const {
    llvm::DenseSet<const ValueDecl *> Assigned;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      const auto *Assign = dyn_cast<BinaryOperator>(S);
      const ValueDecl *Target = Assign && Assign->getOpcode() == BO_Assign
                                    ? named(Assign->getLHS())
                                    : nullptr;
      if (Target && (Target->getType()->isBooleanType() ||
                     Target->getType()->isEnumeralType() ||
                     Target->getType()->isPointerType()))
        Assigned.insert(Target);
      return true;
    });
    bool Asked = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const Expr *Condition = conditionOf(*S))
        walkEvaluated(Condition, [&](const Stmt *Part) {
          const auto *E = dyn_cast<Expr>(Part);
          Asked |= E && Assigned.contains(named(E));
          return !Asked;
        });
      return !Asked;
    });
    return Asked;
  }

  const FunctionDecl &F;
  AsyncModel &Model;
  std::vector<Task> Tasks;
  std::vector<Ending> Endings;
  llvm::DenseMap<const VarDecl *, unsigned> Index;
  llvm::DenseMap<const Stmt *, SmallVector<Change, 2>> Changes;
  llvm::DenseSet<const Stmt *> Understood;
  llvm::DenseSet<const Expr *> AwaitsEmpty;
  llvm::DenseMap<const CXXCatchStmt *, const CompoundStmt *> TriedBy;
  std::map<SourceLocation::UIntTy, ReusedTask> Reused;
  std::optional<bool> Flags;
};

} // namespace

std::vector<ReusedTask> findReusedTasks(const FunctionDecl &F,
                                        AsyncModel &Model) {
  return TaskUses(F, Model).run();
}

} // namespace corolint
