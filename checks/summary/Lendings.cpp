#include "summary/Lendings.h"
#include "flow/Loans.h"
#include "model/ViewType.h"
#include "summary/Unwaited.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {

using Of = LateUse::Of;
using To = TaskRoute::To;

namespace {

/// The temporary that the reference or view \p E leads to, or null.
const Expr *temporaryBehind(const Expr &E, QualType Parameter) {
  const Expr *Node = E.IgnoreParens();
  if (const auto *Default = dyn_cast<CXXDefaultArgExpr>(Node))
    Node = Default->getExpr();
  if (const auto *Full = dyn_cast<FullExpr>(Node))
    Node = Full->getSubExpr();
  const bool ByReference = Parameter->isReferenceType();
  while (true) {
    Node = Node->IgnoreParens();
    if (const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(Node)) {
      if (ByReference || !viewKind(Temporary->getType()))
        return Temporary->getStorageDuration() == SD_FullExpression ? Temporary
                                                                    : nullptr;
      Node = Temporary->getSubExpr();
    } else if (const auto *Bound = dyn_cast<CXXBindTemporaryExpr>(Node)) {
      Node = Bound->getSubExpr();
    } else if (const auto *List = dyn_cast<CXXStdInitializerListExpr>(Node)) {
      Node = List->getSubExpr();
    } else if (const auto *Cast = dyn_cast<CastExpr>(Node)) {
      Node = Cast->getSubExpr();
    } else if (const auto *Member = dyn_cast<MemberExpr>(Node);
               Member && !Member->isArrow() && ByReference) {
      Node = Member->getBase();
    } else if (const auto *Call = dyn_cast<CallExpr>(Node);
               Call && Call != stripped(Call)) {
      Node = Call->getArg(0); // std::move, std::forward
    } else if (ByReference) {
      return nullptr;
    } else if (const auto *Construct = dyn_cast<CXXConstructExpr>(Node)) {
      // A view of a temporary: the view, or its conversion, looks into it.
      if (Construct->getNumArgs() == 0 || !viewKind(Construct->getType()))
        return nullptr;
      Node = Construct->getArg(0);
    } else if (const auto *Call = dyn_cast<CXXMemberCallExpr>(Node)) {
      if (!Call->getMethodDecl() ||
          !isOfStandardLibrary(*Call->getMethodDecl()) ||
          !viewKind(Call->getType()))
        return nullptr;
      Node = Call->getImplicitObjectArgument();
    } else {
      return nullptr;
    }
  }
}

/// The lambda that \p E is, or is put into as into a std::function, or null.
const LambdaExpr *lambdaIn(const Expr &E) {
  const Expr *Value = stripped(&E);
  const auto *Construct = dyn_cast<CXXConstructExpr>(Value);
  if (Construct && Construct->getNumArgs() == 1 &&
      isOfStandardLibrary(*Construct->getConstructor()))
    return lambdaIn(*Construct->getArg(0));
  return dyn_cast<LambdaExpr>(Value);
}

/// True if nothing of an object of type \p T can be missed.
bool isEmptyClass(QualType T) {
  const CXXRecordDecl *Record = recordOf(T);
  return Record && Record->hasDefinition() && Record->isEmpty();
}

} // namespace

class Lendings::Finder {
public:
  Finder(const FunctionDecl &F, Lendings &Of)
      : F(F), All(Of), Model(Of.Model) {}

  std::vector<LostLoan> run() {
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (isa<CallExpr, CXXConstructExpr>(S))
        if (std::optional<CallSite> Site = asCall(*S)) {
          look(*Site);
          lookAtStarted(*Site);
          lookAtDestroyed(*Site);
        }
      return true;
    });
    return std::move(Lost);
  }

private:
  void look(const CallSite &Site) {
    if (!isa<CallExpr>(Site.Node) || Site.Virtual || !Site.Node->isPRValue())
      return;
    for (const LateUse &Use : All.Late.of(*Site.Callee)) {
      LostLoan New;
      New.Call = Site;
      New.Late = Use;
      New.Lazy = Model.type(Site.Node->getType()).Starts == Start::Lazy;
      if (!findLent(New))
        continue;
      New.Route = routeOf(*Site.Node, around(), Model, All.Spawns);
      if (New.Local ? outlives(New) : outlivesStatement(New))
        Lost.push_back(std::move(New));
    }
  }

  /// A callable that is started keeps what it has by value only.
  void lookAtStarted(const CallSite &Site) {
    if (llvm::any_of(Model.facts(Site), [](const FunctionFact *Fact) {
          return Fact->Joins || Fact->ResultDestructorBlocks;
        }))
      return;
    for (const Spawn &Started : All.Spawns.spawnsOf(Site)) {
      const LambdaExpr *Lambda = lambdaIn(*Started.Work);
      if (!Lambda || Started.Scoped)
        continue;
      TaskRoute Route = routeOf(*Site.Node, around(), Model, All.Spawns);
      if (Route.End == To::Finished || Route.End == To::Scoped ||
          (Route.End == To::Returned && !isTask(*Site.Node)))
        continue;
      if (Route.End != To::Returned)
        Route = {To::Spawned, nullptr, Site.where(), Started.By};
      for (const LambdaCapture &Capture : Lambda->captures())
        if (const VarDecl *V = lentBy(Capture))
          addCaptured(Site, *Lambda, Capture, *V, Route);
    }
  }

  bool isTask(const Expr &E) {
    return Model.type(E.getType()).Kind == AsyncKind::Task;
  }

  /// A continuation that is a coroutine goes on without its closure, any one
  /// runs when the function that adds it may have returned.
  void lookAtDestroyed(const CallSite &Site) {
    for (const FunctionFact *Fact : Model.facts(Site))
      for (ArgumentIndex Index : Fact->DestroysCallables) {
        const Expr *Argument = Site.argument(Index);
        const LambdaExpr *Lambda = Argument ? lambdaIn(*Argument) : nullptr;
        const FunctionDecl *Body = Lambda ? calledBy(*Lambda) : nullptr;
        if (!Body)
          continue;
        if (isTask(*Site.Node))
          lookAtContinuation(Site, *Lambda);
        for (const LateUse &Use : All.Late.of(*Body))
          if (Use.What == Of::Closure) {
            LostLoan New;
            New.Call = Site;
            New.Late = Use;
            New.Lent = Lambda;
            New.Route = {To::Spawned, nullptr, Site.where(), mention(Site)};
            New.Destroyer = Fact;
            Lost.push_back(std::move(New));
          }
      }
  }

  void lookAtContinuation(const CallSite &Site, const LambdaExpr &Lambda) {
    const TaskRoute Route = routeOf(*Site.Node, around(), Model, All.Spawns);
    for (const LambdaCapture &Capture : Lambda.captures())
      if (Capture.getCaptureKind() == LCK_ByRef)
        if (const VarDecl *V = lentBy(Capture))
          addCaptured(Site, Lambda, Capture, *V, Route);
  }

  /// The variable of this body that \p Capture leads to, or null.
  const VarDecl *lentBy(const LambdaCapture &Capture) {
    const auto *V = Capture.capturesVariable()
                        ? dyn_cast<VarDecl>(Capture.getCapturedVar())
                        : nullptr;
    if (!V)
      return nullptr;
    if (Capture.getCaptureKind() == LCK_ByRef)
      return isOwn(*V) ? V : nullptr;
    std::optional<Loan> Viewed = Lent.loanOf(*V);
    return Viewed && Viewed->How != Loan::By::Reference && Viewed->Of.Root &&
                   isOwn(*Viewed->Of.Root)
               ? Viewed->Of.Root
               : nullptr;
  }

  void addCaptured(const CallSite &Site, const LambdaExpr &Lambda,
                   const LambdaCapture &Capture, const VarDecl &V,
                   const TaskRoute &Route) {
    LostLoan New;
    New.Call = Site;
    New.Route = Route;
    New.Lent = &Lambda;
    New.Local = &V;
    New.Late.What = Of::Capture;
    New.Late.By = Lambda.getCallOperator();
    New.Late.Name = Capture.getCapturedVar()->getNameAsString();
    walkEvaluated(writtenBody(*New.Late.By), [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S);
          Ref && Ref->getDecl() == Capture.getCapturedVar() && !New.Late.Use)
        New.Late.Use = Ref;
      return !New.Late.Use;
    });
    if (New.Late.Use && outlives(New))
      Lost.push_back(std::move(New));
  }

  /// True for a variable of this body that is gone when its scope ends.
  bool isOwn(const VarDecl &V) const {
    return V.hasLocalStorage() && V.getDeclContext() == &F &&
           !V.getType()->isReferenceType();
  }

  /// Sets what is lent if it is a temporary or local to the body.
  bool findLent(LostLoan &New) {
    if (New.Late.What == Of::Parameter) {
      const unsigned Index = New.Late.Parameter->getFunctionScopeIndex();
      New.Lent = argumentFor(New.Call, Index);
      if (!New.Lent)
        return false;
      const QualType T = New.Late.Parameter->getType();
      if (const Expr *Temporary = temporaryBehind(*New.Lent, T))
        return !isEmptyClass(Temporary->getType());
      New.Local = localBehind(*New.Lent, T);
      return New.Local;
    }
    New.Lent = New.Call.Object;
    if (!New.Lent)
      return false;
    const Expr *Object = stripped(New.Lent);
    if (Object->getType()->isPointerType())
      return false;
    if (Object->isPRValue())
      return !isEmptyClass(Object->getType());
    New.Local = localBehind(*Object, Object->getType());
    return New.Local;
  }

  /// The argument for the parameter \p Index, also one by default.
  static const Expr *argumentFor(const CallSite &Site, unsigned Index) {
    if (const Expr *Passed = Site.argument(Index + 1))
      return Passed;
    const auto *Call = dyn_cast<CallExpr>(Site.Node);
    return Call && !isa<CXXOperatorCallExpr>(Call) && Index < Call->getNumArgs()
               ? Call->getArg(Index)
               : nullptr;
  }

  /// The variable of this body that the reference or view \p E leads to.
  const VarDecl *localBehind(const Expr &E, QualType As) {
    std::optional<Place> Found;
    if (!As->isReferenceType() && viewKind(As)) {
      if (std::optional<Loan> Viewed = Lent.viewed(E))
        Found = Viewed->Of;
    } else {
      const Expr *Mention = nullptr;
      Found = Lent.placeOf(E, Mention);
    }
    const VarDecl *V = Found ? Found->Root : nullptr;
    return V && isOwn(*V) ? V : nullptr;
  }

  const Parents &around() {
    if (!Around)
      Around.emplace(writtenBody(F));
    return *Around;
  }

  /// A temporary is gone with the statement; whoever has the task after it.
  bool outlivesStatement(const LostLoan &New) {
    switch (New.Route.End) {
    case To::Unknown:
    case To::Finished:
    case To::Scoped:
      return false;
    case To::Dropped: // a lazy task does nothing; an eager one goes on
      return !New.Lazy && isStarted(New);
    case To::Kept:
      return !mentionsOf(*New.Route.Variable).empty();
    case To::Stored:
    case To::Returned:
    case To::Spawned:
      return true;
    }
    return false;
  }

  /// True if the task runs on when nobody has it.
  bool isStarted(const LostLoan &New) {
    const AsyncType &Type = Model.type(New.Call.Node->getType());
    return Type.Kind == AsyncKind::Detached ||
           Type.Dropped == IfDropped::RunsOn;
  }

  /// A local is gone with its scope.
  bool outlives(LostLoan &New) {
    switch (New.Route.End) {
    case To::Unknown:
    case To::Finished:
    case To::Scoped:
      return false;
    case To::Returned:
      return true;
    case To::Kept:
      return keptTooLong(New);
    case To::Dropped:
      return !New.Lazy && isStarted(New) &&
             diesUnawaited(F, *New.Local, *takerOf(New), Model, All.Blocking);
    case To::Stored:
    case To::Spawned:
      return diesUnawaited(F, *New.Local, *takerOf(New), Model, All.Blocking);
    }
    return false;
  }

  std::vector<const DeclRefExpr *> mentionsOf(const VarDecl &V) {
    std::vector<const DeclRefExpr *> Found;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      if (const auto *Ref = dyn_cast<DeclRefExpr>(S);
          Ref && Ref->getDecl() == &V)
        Found.push_back(Ref);
      return true;
    });
    return Found;
  }

  /// The innermost statement that \p V lives in; null: the whole body.
  const Stmt *scopeOf(const VarDecl &V) {
    if (Scopes.empty())
      walkEvaluated(writtenBody(F), [&](const Stmt *S) {
        if (const auto *Declaration = dyn_cast<DeclStmt>(S))
          for (const Decl *D : Declaration->decls())
            if (const auto *Declared = dyn_cast<VarDecl>(D))
              Scopes[Declared] = around().of(*S);
        return true;
      });
    return Scopes.lookup(&V);
  }

  bool isInside(const Stmt &S, const Stmt &Scope) {
    for (const Stmt *Up = &S; Up; Up = around().of(*Up))
      if (Up == &Scope)
        return true;
    return false;
  }

  /// The task is kept in a variable that lives longer than what was lent, and
  /// is taken out only there; or it is handed on from it.
  bool keptTooLong(LostLoan &New) {
    const VarDecl &Keeper = *New.Route.Variable;
    const std::vector<const DeclRefExpr *> Mentions = mentionsOf(Keeper);
    const Stmt *Inner = scopeOf(*New.Local);
    const Stmt *Outer = scopeOf(Keeper);
    if (Inner && Inner != Outer && (!Outer || isInside(*Inner, *Outer)))
      // What has begun may have ended by the time that somebody has waited.
      return isTakenOnlyAfter(Mentions, *Inner, *New.Call.Node) &&
             (New.Lazy ||
              diesUnawaited(F, *New.Local, *takerOf(New), Model, All.Blocking));
    for (const DeclRefExpr *Mention : Mentions) {
      TaskRoute Next = routeOf(*Mention, around(), Model, All.Spawns);
      if (Next.End != To::Returned &&
          (Next.End != To::Stored ||
           !diesUnawaited(F, *New.Local, *topOf(*Mention), Model, All.Blocking,
                          &Keeper)))
        continue;
      New.Route = Next;
      return true;
    }
    return New.Late.What != Of::Closure && New.Late.What != Of::Capture &&
           !New.Lazy && isStarted(New) && isLeftBehind(New, Keeper);
  }

  /// The task runs on if another that is awaited meanwhile fails: the variable
  /// is gone then, and so is who would have awaited the task.
  bool isLeftBehind(LostLoan &New, const VarDecl &Keeper) {
    const Stmt *Scope = scopeOf(*New.Local);
    for (const CoawaitExpr *Await :
         awaitedMeanwhile(F, Keeper, *New.Call.Node, Model))
      if (leavesScope(*Await, Scope) &&
          !isGuarded(*Await, *New.Local, Keeper)) {
        New.Sibling = Await;
        return true;
      }
    return false;
  }

  /// True if nothing between \p Await and \p Scope (null: the body) catches
  /// what is thrown there.
  bool leavesScope(const CoawaitExpr &Await, const Stmt *Scope) {
    for (const Stmt *Up = &Await; Up && Up != Scope; Up = around().of(*Up))
      if (isa<CXXTryStmt>(Up))
        return false;
    return true;
  }

  /// True if some variable that dies before \p Local may wait for the task.
  bool isGuarded(const CoawaitExpr &Await, const VarDecl &Local,
                 const VarDecl &Keeper) {
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    bool Guarded = false;
    walkEvaluated(writtenBody(F), [&](const Stmt *S) {
      const auto *Declaration = dyn_cast<DeclStmt>(S);
      if (!Declaration || Guarded)
        return !Guarded;
      for (const Decl *D : Declaration->decls()) {
        const auto *V = dyn_cast<VarDecl>(D);
        const CXXRecordDecl *Record = V ? recordOf(V->getType()) : nullptr;
        Guarded |= Record && V != &Local && V != &Keeper &&
                   Record->hasDefinition() && !isOfStandardLibrary(*Record) &&
                   !Record->hasTrivialDestructor() &&
                   Sources.isBeforeInTranslationUnit(Local.getLocation(),
                                                     V->getLocation()) &&
                   Sources.isBeforeInTranslationUnit(V->getLocation(),
                                                     Await.getKeywordLoc()) &&
                   Model.type(V->getType()).Kind != AsyncKind::Task;
      }
      return true;
    });
    return Guarded;
  }

  /// True if of \p Mentions none is in \p Scope but the one that \p Call is put
  /// into, and one comes after it.
  bool isTakenOnlyAfter(ArrayRef<const DeclRefExpr *> Mentions,
                        const Stmt &Scope, const Expr &Call) {
    const SourceManager &Sources = F.getASTContext().getSourceManager();
    bool After = false;
    for (const DeclRefExpr *Mention : Mentions) {
      if (isInside(*Mention, Scope)) {
        if (!sharesStatement(*Mention, Call))
          return false;
        continue;
      }
      After |= Sources.isBeforeInTranslationUnit(Scope.getEndLoc(),
                                                 Mention->getBeginLoc());
    }
    return After;
  }

  bool sharesStatement(const Stmt &A, const Stmt &B) {
    const Stmt *Top = &A;
    for (const Stmt *Up = &A; isa_and_nonnull<Expr, DeclStmt>(Up);
         Up = around().of(*Up))
      Top = Up;
    return isInside(B, *Top);
  }

  /// What makes the task run or keeps it: the whole statement around the call.
  const Stmt *takerOf(const LostLoan &New) { return topOf(*New.Call.Node); }

  const Stmt *topOf(const Expr &Part) {
    const Stmt *Top = &Part;
    for (const Stmt *Up = around().of(*Top); isa_and_nonnull<Expr>(Up);
         Up = around().of(*Up))
      if (!isa<ExprWithCleanups>(Up))
        Top = Up;
    return Top;
  }

  const FunctionDecl &F;
  Lendings &All;
  AsyncModel &Model;
  Loans Lent;
  std::optional<Parents> Around;
  llvm::DenseMap<const VarDecl *, const Stmt *> Scopes;
  std::vector<LostLoan> Lost;
};

ArrayRef<LostLoan> Lendings::of(const FunctionDecl &F) {
  std::unique_ptr<std::vector<LostLoan>> &Slot = Known[&F];
  if (!Slot) {
    // Made before it is kept: the map may move meanwhile.
    auto Found =
        std::make_unique<std::vector<LostLoan>>(Finder(F, *this).run());
    return *(Known[&F] = std::move(Found));
  }
  return *Slot;
}

} // namespace corolint
