#include "summary/TaskRoute.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"

using namespace clang;

namespace corolint {
namespace {

using To = TaskRoute::To;

/// Follows one task from its call up.
class RouteFinder {
public:
  RouteFinder(const Parents &Around, AsyncModel &Model, SpawnSummary &Spawns)
      : Around(Around), Model(Model), Spawns(Spawns) {}

  TaskRoute follow(const Expr &Task) {
    if (const Stmt *Await = awaitAround(Task))
      return at(To::Finished, Await->getBeginLoc());
    const Stmt *Value = &Task;
    while (const Stmt *Taker = Around.of(*Value)) {
      if (std::optional<TaskRoute> End = endAt(*Taker, *Value))
        return *End;
      Value = Taker;
    }
    return {};
  }

private:
  static TaskRoute at(To End, SourceLocation Where) {
    TaskRoute Route;
    Route.End = End;
    Route.Where = Where;
    return Route;
  }

  /// The co_await that \p Task is a part of the operand of: whatever takes it
  /// there is most likely awaited for its sake.
  const Stmt *awaitAround(const Expr &Task) {
    for (const Stmt *Up = Around.of(Task); isa_and_nonnull<Expr>(Up);
         Up = Around.of(*Up))
      if (awaitedOperand(*Up))
        return Up;
    return nullptr;
  }

  /// Where the task ends up if \p Taker takes \p Value, nothing if its own
  /// value is or wraps the task.
  std::optional<TaskRoute> endAt(const Stmt &Taker, const Stmt &Value) {
    if (isa<ReturnStmt, CoreturnStmt>(Taker))
      return at(To::Returned, Taker.getBeginLoc());
    if (const auto *Declaration = dyn_cast<DeclStmt>(&Taker))
      return keptBy(*Declaration, Value);
    if (const auto *Cast = dyn_cast<CastExpr>(&Taker))
      return Cast->getCastKind() == CK_ToVoid
                 ? std::optional<TaskRoute>(
                       at(To::Dropped, Taker.getBeginLoc()))
                 : std::nullopt;
    if (const auto *Choice = dyn_cast<ConditionalOperator>(&Taker))
      return Choice->getCond() == &Value ? std::optional<TaskRoute>(TaskRoute())
                                         : std::nullopt;
    if (isa<FullExpr, ParenExpr, MaterializeTemporaryExpr, CXXBindTemporaryExpr,
            MemberExpr>(Taker) ||
        isAggregate(Taker))
      return std::nullopt;
    if (isa<CXXConstructExpr, CallExpr>(Taker))
      return takenBy(cast<Expr>(Taker), Value);
    if (isa<CompoundStmt, ForStmt, WhileStmt, DoStmt, CXXForRangeStmt, IfStmt,
            SwitchCase, LabelStmt>(Taker))
      return isa<Expr>(Value) && isBodyOf(Taker, Value)
                 ? at(To::Dropped, Value.getBeginLoc())
                 : TaskRoute();
    return TaskRoute();
  }

  /// True for `job{name, run()}`: the task is a part of what is made.
  static bool isAggregate(const Stmt &Taker) {
    const auto *List = dyn_cast<InitListExpr>(&Taker);
    return List && recordOf(List->getType());
  }

  /// True if \p Value is a statement of \p Taker, not its condition.
  static bool isBodyOf(const Stmt &Taker, const Stmt &Value) {
    if (const auto *If = dyn_cast<IfStmt>(&Taker))
      return If->getThen() == &Value || If->getElse() == &Value;
    if (const auto *Loop = dyn_cast<ForStmt>(&Taker))
      return Loop->getBody() == &Value || Loop->getInc() == &Value;
    if (const auto *Loop = dyn_cast<WhileStmt>(&Taker))
      return Loop->getBody() == &Value;
    if (const auto *Loop = dyn_cast<DoStmt>(&Taker))
      return Loop->getBody() == &Value;
    if (const auto *Loop = dyn_cast<CXXForRangeStmt>(&Taker))
      return Loop->getBody() == &Value;
    return true;
  }

  TaskRoute keptBy(const DeclStmt &Declaration, const Stmt &Value) {
    for (const Decl *D : Declaration.decls()) {
      const auto *V = dyn_cast<VarDecl>(D);
      if (V && V->getInit() == &Value)
        return keptIn(*V);
    }
    return {};
  }

  static TaskRoute keptIn(const VarDecl &V) {
    TaskRoute Route =
        at(V.hasLocalStorage() ? To::Kept : To::Stored, V.getLocation());
    if (isa<ParmVarDecl>(V) && V.getType()->isReferenceType())
      Route.End = To::Stored;
    Route.Variable = Route.End == To::Kept ? &V : nullptr;
    return Route;
  }

  /// Where what the object \p Holder is given stays.
  TaskRoute heldBy(const Expr &Holder) {
    const Expr *E = stripped(&Holder);
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(E))
      return heldBy(*Element->getBase());
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(E);
        Operator && Operator->getOperator() == OO_Subscript)
      return heldBy(*Operator->getArg(0));
    if (const VarDecl *V = namedVariable(E))
      return V->getType()->isPointerType() ? TaskRoute() : keptIn(*V);
    const auto *Member = dyn_cast<MemberExpr>(E);
    if (!Member || !isa<FieldDecl>(Member->getMemberDecl()))
      return {};
    // A member of a local object goes with it.
    const Expr *Base = stripped(Member->getBase());
    if (const VarDecl *V = namedVariable(Base);
        V && !V->getType()->isPointerType())
      return keptIn(*V);
    return isa<CXXThisExpr>(Base) ? at(To::Stored, Member->getMemberLoc())
                                  : TaskRoute();
  }

  /// True if \p Site puts an argument into its object, a container or a smart
  /// pointer or optional of the standard library.
  static bool putsIn(const CallSite &Site) {
    const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
    if (!Site.Object || !Method || !isOfStandardLibrary(*Method) ||
        Method->isConst())
      return false;
    if (Method->getOverloadedOperator() == OO_Equal)
      return true;
    if (!Method->getIdentifier())
      return false;
    const StringRef Name = Method->getName();
    return Name.starts_with("push") || Name.starts_with("emplace") ||
           Name == "insert" || Name == "insert_or_assign" || Name == "assign" ||
           Name == "try_emplace";
  }

  std::optional<TaskRoute> takenBy(const Expr &Call, const Stmt &Value) {
    if (stripped(&Call) != &Call)
      return std::nullopt; // std::move and std::forward
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(&Call);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getConstructor()->isCopyOrMoveConstructor())
      return std::nullopt;
    std::optional<CallSite> Site = asCall(Call);
    if (!Site)
      return TaskRoute();
    const bool IsObject = isObjectOf(*Site, Value);
    if (const FunctionFact *Blocks = Model.blocking(*Site);
        IsObject && Blocks && Blocks->Blocks == BlockKind::Wait)
      return at(To::Finished, Site->where());
    for (const FunctionFact *Fact : Model.facts(*Site)) {
      if (Fact->Joins)
        return at(To::Finished, Site->where());
      if (Fact->Detaches && (IsObject || !Site->Object)) {
        TaskRoute Route = at(To::Spawned, Site->where());
        Route.By = mention(*Site);
        return Route;
      }
    }
    for (const Spawn &Started : Spawns.spawnsOf(*Site))
      if (IsObject ? Started.Work == Site->Object
                   : holds(*Started.Work, Value)) {
        // Its end may be awaited, or waited for, by what the call returns.
        if (TaskRoute Handle = follow(Call);
            Started.GivesBack || Handle.End == To::Finished)
          return Handle;
        TaskRoute Route =
            at(Started.Scoped ? To::Scoped : To::Spawned, Site->where());
        Route.By = Started.By;
        return Route;
      }
    if (Site->Object && !IsObject && putsIn(*Site))
      return heldBy(*Site->Object);
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&Call);
        Operator && Operator->getOperator() == OO_Equal && !IsObject)
      return heldBy(*Operator->getArg(0));
    // What takes a task and gives one back stands for it.
    const AsyncKind Kind = Model.type(Call.getType()).Kind;
    if (Kind == AsyncKind::Task || Kind == AsyncKind::Awaitable ||
        Kind == AsyncKind::Sender)
      return std::nullopt;
    return TaskRoute();
  }

  /// True if \p Value is the object of \p Site, which the member that is called
  /// stands around.
  static bool isObjectOf(const CallSite &Site, const Stmt &Value) {
    const auto *Call = dyn_cast<CXXMemberCallExpr>(Site.Node);
    return Site.Object && (holds(*Site.Object, Value) ||
                           (Call && Call->getCallee() == &Value));
  }

  static bool holds(const Expr &Whole, const Stmt &Part) {
    return &Whole == &Part || stripped(&Whole) == &Part ||
           (isa<Expr>(Part) && stripped(&Whole) == stripped(&cast<Expr>(Part)));
  }

  const Parents &Around;
  AsyncModel &Model;
  SpawnSummary &Spawns;
};

} // namespace

TaskRoute routeOf(const Expr &Task, const Parents &Around, AsyncModel &Model,
                  SpawnSummary &Spawns) {
  return RouteFinder(Around, Model, Spawns).follow(Task);
}

} // namespace corolint
