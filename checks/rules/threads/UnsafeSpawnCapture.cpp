// Law 4: what a task carries to another thread may be used there.
// At run time two threads change the same unsynchronised state, or a value is
// used or destroyed on a thread it does not belong to.
// Silent on purpose: work that stays on its thread or runs where nobody knows
// (strands, loops of one thread), ordinary values, types nobody knows, a value
// of its own that is moved into the task and never used again.

#include "model/Names.h"
#include "report/Finding.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/threads/UsedMeanwhile.h"
#include "support/AstWalk.h"
#include "support/LlvmCompat.h"
#include "clang/AST/DeclTemplate.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// One value on its way into the task.
struct Crossing {
  enum class How {
    Made,
    Copied,
    Moved,
    Referenced,
    CopiedThere, ///< shared by reference, and copied by the task
    GivenBack,   ///< the result of the task
  } Kind = How::Copied;
  std::string Name; ///< as the user wrote it; may be empty
  QualType Type;
  SourceLocation Where;
  const VarDecl *Source = nullptr; ///< of a move
};

/// True if \p Init makes an object whose unsafe state, if any, is shared with
/// nothing: no copy of it, no variable that it comes from.
bool isFresh(const Expr &Init, AsyncModel &Model) {
  const Expr *E = stripped(&Init);
  if (const auto *List = dyn_cast<InitListExpr>(E))
    return llvm::all_of(
        List->inits(), [&](const Expr *Part) { return isFresh(*Part, Model); });
  if (Model.sharing(E->getType()).Rank != Sharing::Unsafe)
    return true;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
      Construct && Construct->getConstructor()->isCopyOrMoveConstructor())
    return isFresh(*Construct->getArg(0), Model);
  return E->isPRValue();
}

class Crossings {
public:
  explicit Crossings(AsyncModel &Model) : Model(Model) {}

  std::vector<Crossing> of(const Spawn &S) {
    add(*S.Work);
    const FunctionDecl *Body = calledBy(*S.Work);
    // A lambda that is called on the spot to make the task.
    if (std::optional<CallSite> Site = asCall(*stripped(S.Work));
        Site && Site->ObjectClass && Site->ObjectClass->isLambda())
      Body = Site->Callee;
    if (Body) {
      addCopiesIn(*Body);
      if (S.GivesBack)
        addResult(*Body, *S.Work);
    }
    return std::move(Found);
  }

private:
  void add(const Expr &Work) {
    const Expr *E = stripped(&Work);
    if (const auto *Lambda = dyn_cast<LambdaExpr>(E))
      return addCaptures(*Lambda->getLambdaClass());
    const CXXRecordDecl *Record = recordOf(E->getType());
    if (Record && Record->isLambda())
      return addCaptures(*Record);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
        Construct && Construct->getNumArgs() >= 1 && isWrapper(*Construct))
      return add(*Construct->getArg(0));
    const bool IsAsync = Model.type(E->getType()).Kind != AsyncKind::None;
    if (const auto *Call = dyn_cast<CallExpr>(E); Call && IsAsync)
      return addCall(*Call);
    // A task that was made before: what went into it travels with it.
    const VarDecl *V = namedVariable(E);
    if (V && IsAsync && V->hasLocalStorage() && V->getInit() &&
        !isa<ParmVarDecl>(V))
      return add(*V->getInit());
    addValue(Work, E->getType());
  }

  /// A copy or move, or a type-erased callable made from a callable.
  static bool isWrapper(const CXXConstructExpr &Construct) {
    if (Construct.getConstructor()->isCopyOrMoveConstructor())
      return true;
    const CXXRecordDecl *Inner =
        recordOf(stripped(Construct.getArg(0))->getType());
    return Construct.getNumArgs() == 1 && Inner && Inner->isLambda();
  }

  /// A call that makes the task: its arguments are kept in the coroutine.
  void addCall(const CallExpr &Call) {
    std::optional<CallSite> Site = asCall(Call);
    if (!Site)
      return;
    if (Site->ObjectClass && Site->ObjectClass->isLambda())
      addCaptures(*Site->ObjectClass);
    for (unsigned I = 0; I != Site->Arguments.size(); ++I) {
      const Expr &Argument = *Site->Arguments[I];
      if (Model.type(stripped(&Argument)->getType()).Kind != AsyncKind::None) {
        add(Argument);
        continue;
      }
      QualType Parameter = I < Site->Callee->getNumParams()
                               ? Site->Callee->getParamDecl(I)->getType()
                               : Argument.getType();
      addValue(Argument, Parameter);
    }
  }

  /// How \p Value gets into an object of its own: the constructor that is
  /// called decides, not the std::move that is written.
  Crossing::How howMade(const Expr &Value) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(stripped(&Value));
    if (Construct && Construct->getConstructor()->isCopyConstructor())
      return Crossing::How::Copied;
    if (Construct && Construct->getConstructor()->isMoveConstructor())
      return Crossing::How::Moved;
    if (isMove(&Value))
      return Crossing::How::Moved;
    return stripped(&Value)->isPRValue() && isFresh(Value, Model)
               ? Crossing::How::Made
               : Crossing::How::Copied;
  }

  static std::string nameOf(const Expr &Value, const VarDecl *V) {
    if (V)
      return V->getNameAsString();
    const Expr *E = stripped(&Value);
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(E);
        Construct && Construct->getNumArgs() == 1)
      E = stripped(Construct->getArg(0));
    const auto *Member = dyn_cast<MemberExpr>(E);
    return Member ? Member->getMemberDecl()->getNameAsString() : "";
  }

  /// The variable that \p Value is made from, or null.
  static const VarDecl *madeFrom(const Expr &Value) {
    const Expr *E = stripped(&Value);
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    return Construct && Construct->getNumArgs() >= 1 &&
                   Construct->getConstructor()->isCopyOrMoveConstructor()
               ? namedVariable(Construct->getArg(0))
               : namedVariable(E);
  }

  void addValue(const Expr &Value, QualType As) {
    Crossing New;
    const VarDecl *V = madeFrom(Value);
    New.Kind = As->isLValueReferenceType()   ? Crossing::How::Referenced
               : As->isRValueReferenceType() ? Crossing::How::Moved
                                             : howMade(Value);
    New.Name = nameOf(Value, V);
    New.Type = As.getNonReferenceType();
    New.Where = Value.getExprLoc();
    New.Source = V;
    Found.push_back(std::move(New));
  }

  /// The class whose member function the closure was made in.
  static const DeclContext *enclosingClass(const CXXRecordDecl &Closure) {
    const DeclContext *Context = Closure.getParent();
    while (!isa<CXXRecordDecl>(Context) ||
           cast<CXXRecordDecl>(Context)->isLambda())
      Context = Context->getParent();
    return Context;
  }

  void addCaptures(const CXXRecordDecl &Closure) {
    for (const LambdaCapture &Capture : Closure.captures()) {
      if (Capture.getCaptureKind() == LCK_StarThis) {
        Crossing Self;
        Self.Name = "*this";
        Self.Where = Capture.getLocation();
        Self.Type =
            compat::typeOf(*cast<CXXRecordDecl>(enclosingClass(Closure)));
        Found.push_back(std::move(Self));
      }
      if (!Capture.capturesVariable())
        continue;
      const ValueDecl *V = Capture.getCapturedVar();
      Crossing New;
      New.Name = V->getNameAsString();
      New.Type = V->getType().getNonReferenceType();
      New.Where = Capture.getLocation();
      New.Kind = Capture.getCaptureKind() == LCK_ByRef
                     ? Crossing::How::Referenced
                     : Crossing::How::Copied;
      const auto *Init = dyn_cast<VarDecl>(V);
      New.Source = Init;
      if (Init && Init->isInitCapture() && Init->getInit() &&
          New.Kind == Crossing::How::Copied) {
        New.Kind = howMade(*Init->getInit());
        New.Source = madeFrom(*Init->getInit());
        if (New.Source)
          New.Name = New.Source->getNameAsString();
      }
      Found.push_back(std::move(New));
    }
  }

  /// Copies that the task makes of what it has by reference.
  void addCopiesIn(const FunctionDecl &Body) {
    const std::vector<Crossing> Captured = Found;
    walkEvaluated(writtenBody(Body), [&](const Stmt *S) {
      const auto *Construct = dyn_cast<CXXConstructExpr>(S);
      if (!Construct || !Construct->getConstructor()->isCopyConstructor())
        return true;
      const VarDecl *V = namedVariable(Construct->getArg(0));
      for (const Crossing &C : Captured)
        if (V && C.Source == V && C.Kind == Crossing::How::Referenced) {
          Crossing New = C;
          New.Kind = Crossing::How::CopiedThere;
          New.Where = Construct->getArg(0)->getExprLoc();
          Found.push_back(std::move(New));
        }
      return true;
    });
  }

  /// What the task gives back, out of the task that a coroutine returns it in.
  void addResult(const FunctionDecl &Body, const Expr &Work) {
    QualType Result = Body.getReturnType();
    if (Result->isDependentType() || Result->isReferenceType())
      return;
    if (const QualType Value = firstTypeArgument(recordOf(Result));
        !Value.isNull() && Model.type(Result).Kind == AsyncKind::Task)
      Result = Value;
    if (Result->isVoidType())
      return;
    Crossing New;
    New.Kind = Crossing::How::GivenBack;
    New.Type = Result;
    New.Where = Work.getBeginLoc();
    Found.push_back(std::move(New));
  }

  AsyncModel &Model;
  std::vector<Crossing> Found;
};

/// How a body names a variable.
struct Uses {
  unsigned Mentions = 0;
  unsigned Looks = 0; ///< of the mentions: at its members or what it points to
  unsigned Moves = 0; ///< of the mentions
};

Uses usesOf(const VarDecl *V, const Stmt *Body) {
  Uses Found;
  walkEvaluated(Body, [&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Found.Mentions += Ref->getDecl() == V;
    if (const auto *Member = dyn_cast<MemberExpr>(S))
      Found.Looks += namedVariable(Member->getBase()) == V;
    else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(S))
      Found.Looks += (Operator->getOperator() == OO_Arrow ||
                      Operator->getOperator() == OO_Star) &&
                     namedVariable(Operator->getArg(0)) == V;
    if (const auto *Call = dyn_cast<CallExpr>(S))
      Found.Moves += isMove(Call) && namedVariable(Call->getArg(0)) == V;
    return true;
  });
  return Found;
}

/// True if \p C is a counted pointer to what may travel, which the task only
/// looks through: its copy is made and destroyed by the caller, who waits.
bool isOnlyLookedThrough(const Crossing &C, const Spawn &S, AsyncModel &Model) {
  const QualType Pointee = firstTypeArgument(recordOf(C.Type));
  const FunctionDecl *Body = S.GivesBack ? calledBy(*S.Work) : nullptr;
  if (Pointee.isNull() || !Body || !C.Source || isCoroutine(*Body))
    return false;
  const std::optional<Sharing> Inner = Model.sharing(Pointee).Rank;
  if (!Inner || *Inner == Sharing::Unsafe || *Inner == Sharing::ThreadBound)
    return false;
  const Uses There = usesOf(C.Source, writtenBody(*Body));
  return There.Mentions == There.Looks;
}

/// True if \p V, made in \p F or passed to it by value, is looked into at most
/// and then moved away: nothing on this thread can share its state. Of a
/// parameter the callers are asked.
bool isHandedOverWhole(const VarDecl *V, const FunctionDecl &F,
                       AsyncModel &Model) {
  if (!V || !V->hasLocalStorage() || V->getType()->isReferenceType())
    return false;
  if (!isa<ParmVarDecl>(V) && (!V->getInit() || !isFresh(*V->getInit(), Model)))
    return false;
  const Uses Here = usesOf(V, writtenBody(F));
  return Here.Moves > 0 && Here.Mentions == Here.Looks + Here.Moves;
}

/// True if \p F waits for a thread or other work after \p Spawned: what it
/// lends by reference may be back by then.
bool waitsAfter(const FunctionDecl &F, SourceLocation Spawned,
                AsyncModel &Model) {
  const SourceManager &Sources = F.getASTContext().getSourceManager();
  bool Waits = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (std::optional<CallSite> Site = asCall(*S))
      if (const FunctionFact *Fact = Model.blocking(*Site))
        Waits |= Fact->Blocks == BlockKind::Wait &&
                 Sources.isBeforeInTranslationUnit(Spawned, Site->where());
    return !Waits;
  });
  return Waits;
}

bool isWrong(const Crossing &C, const SharingRank &Rank, const Spawn &S,
             SourceLocation Spawned, const FunctionDecl &F, AsyncModel &Model) {
  if (!Rank.Rank ||
      (C.Kind == Crossing::How::Copied && isOnlyLookedThrough(C, S, Model)))
    return false;
  switch (*Rank.Rank) {
  case Sharing::Unsafe:
    switch (C.Kind) {
    case Crossing::How::Made:
      return false;
    case Crossing::How::Copied:
      return true;
    case Crossing::How::Moved:
      return !isHandedOverWhole(C.Source, F, Model);
    case Crossing::How::Referenced:
      return !S.Scoped && !waitsAfter(F, Spawned, Model);
    case Crossing::How::CopiedThere: // the reference is reported
    case Crossing::How::GivenBack:
      return false;
    }
    return false;
  case Sharing::ThreadBound:
    return C.Kind != Crossing::How::Referenced;
  default:
    return false;
  }
}

/// True if \p C brings what \p F was itself given to spawn: its callers answer.
bool isOwnSink(const Crossing &C, const FunctionDecl &F, AsyncModel &Model) {
  const auto *P = dyn_cast_or_null<ParmVarDecl>(C.Source);
  if (!P)
    return false;
  for (const FunctionFact *Fact : Model.facts().function(F))
    for (const SpawnFact &Told : Fact->Spawns)
      if (Told.Argument == P->getFunctionScopeIndex() + 1)
        return true;
  return false;
}

std::string crossingText(const Crossing &C) {
  std::string What = C.Name.empty() ? "a value passed here" : quoted(C.Name);
  switch (C.Kind) {
  case Crossing::How::Made:
    return What + " goes into";
  case Crossing::How::Copied:
    return What + " is copied into";
  case Crossing::How::Moved:
    return What + " is moved into";
  case Crossing::How::Referenced:
    return What + " is shared by reference with";
  case Crossing::How::CopiedThere:
    return What + " is copied by";
  case Crossing::How::GivenBack:
    return "its result is given back by";
  }
  return What;
}

/// \p Type as a message can show it: a long one without its arguments.
std::string shownType(const std::string &Type) {
  const size_t Arguments = Type.find('<');
  return quoted(Type.size() > 50 && Arguments != std::string::npos
                    ? Type.substr(0, Arguments) + "<...>"
                    : Type);
}

void reportCrossing(const Crossing &C, const SharingRank &Rank, const Spawn &S,
                    SourceLocation Spawned, RuleContext &Context) {
  const bool Bound = *Rank.Rank == Sharing::ThreadBound;
  std::string Why =
      !Rank.Because.empty() ? shownType(Rank.Decider) + " " + Rank.Because
      : Bound ? shownType(Rank.Decider) + " belongs to the thread that made it"
              : shownType(Rank.Decider) + " is not safe to use on two threads";
  Finding New;
  New.Where = C.Where;
  New.Text = crossingText(C) + " a task that another thread may run; " + Why;
  for (const SharingRank::Step &Step : Rank.Path)
    New.note(Step.Where, Step.Text);
  New.note(Spawned, S.By + " starts the task here");
  New.note(C.Where, Bound ? "use it on this thread only, and hand the task the "
                            "plain values that it needs"
                          : "hand the task a value of its own, or share it "
                            "through a type that is thread-safe");
  New.Evidence.push_back(Rank.Evidence);
  New.Evidence.push_back(S.Evidence);
  Context.report(std::move(New));
}

void run(const FunctionDecl &F, RuleContext &Context) {
  auto Look = [&](const Stmt *S) {
    std::optional<CallSite> Site = asCall(*S);
    if (!Site)
      return true;
    for (const Spawn &Started : Context.spawns().spawnsOf(*Site)) {
      if (Started.Where != RunsOn::OtherThread)
        continue;
      for (const Crossing &C : Crossings(Context.model()).of(Started)) {
        SharingRank Rank = Context.model().sharing(C.Type);
        if (isWrong(C, Rank, Started, Site->where(), F, Context.model()) &&
            !isOwnSink(C, F, Context.model()))
          reportCrossing(C, Rank, Started, Site->where(), Context);
      }
    }
    return true;
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      walkEvaluated(Init->getInit(), Look);
  walkEvaluated(writtenBody(F), Look);
  findUsedMeanwhile(F, Context);
}

} // namespace

extern const Rule UnsafeSpawnCapture;
const Rule UnsafeSpawnCapture = {
    {"coro-unsafe-spawn-capture",
     "threads",
     "L4",
     "a value that is not thread-safe travels to another thread with a task",
     Confidence::Likely,
     {}},
    run};

} // namespace corolint
