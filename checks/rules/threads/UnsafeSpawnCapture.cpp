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
#include "support/AstWalk.h"

using namespace clang;

namespace corolint {
namespace {

/// One value on its way into the task.
struct Crossing {
  enum class How { Copied, Moved, Referenced } Kind = How::Copied;
  std::string Name; ///< as the user wrote it; may be empty
  QualType Type;
  SourceLocation Where;
  const VarDecl *Source = nullptr; ///< of a move
};

class Crossings {
public:
  explicit Crossings(AsyncModel &Model) : Model(Model) {}

  std::vector<Crossing> of(const Spawn &S) {
    add(*S.Work);
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
        Construct && Construct->getNumArgs() >= 1 &&
        Construct->getConstructor()->isCopyOrMoveConstructor())
      return add(*Construct->getArg(0));
    const AsyncType &Type = Model.type(E->getType());
    if (const auto *Call = dyn_cast<CallExpr>(E);
        Call && Type.Kind != AsyncKind::None)
      return addCall(*Call);
    addValue(Work, E->getType());
  }

  /// A call that makes the task: its arguments are kept in the coroutine.
  void addCall(const CallExpr &Call) {
    std::optional<CallSite> Site = asCall(Call);
    if (!Site)
      return;
    if (Site->ObjectClass && Site->ObjectClass->isLambda())
      addCaptures(*Site->ObjectClass);
    for (unsigned I = 0; I != Site->Arguments.size(); ++I) {
      QualType Parameter = I < Site->Callee->getNumParams()
                               ? Site->Callee->getParamDecl(I)->getType()
                               : Site->Arguments[I]->getType();
      addValue(*Site->Arguments[I], Parameter);
    }
  }

  /// How \p Value gets into an object of its own: the constructor that is
  /// called decides, not the std::move that is written.
  static Crossing::How howMade(const Expr &Value) {
    const auto *Construct = dyn_cast<CXXConstructExpr>(stripped(&Value));
    if (Construct && Construct->getConstructor()->isCopyConstructor())
      return Crossing::How::Copied;
    if (Construct && Construct->getConstructor()->isMoveConstructor())
      return Crossing::How::Moved;
    return isMove(&Value) ? Crossing::How::Moved : Crossing::How::Copied;
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
    New.Name = V ? V->getNameAsString() : "";
    New.Type = As.getNonReferenceType();
    New.Where = Value.getExprLoc();
    New.Source = V;
    Found.push_back(std::move(New));
  }

  void addCaptures(const CXXRecordDecl &Closure) {
    for (const LambdaCapture &Capture : Closure.captures()) {
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
      if (Init && Init->isInitCapture() && Init->getInit() &&
          New.Kind == Crossing::How::Copied) {
        New.Kind = howMade(*Init->getInit());
        New.Source = madeFrom(*Init->getInit());
      }
      Found.push_back(std::move(New));
    }
  }

  AsyncModel &Model;
  std::vector<Crossing> Found;
};

/// True if \p V was made in \p F and is mentioned nowhere but where it is moved
/// away: nothing on this thread can share its state.
bool isHandedOverWhole(const VarDecl *V, const FunctionDecl &F) {
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->getInit() ||
      !isa<CXXConstructExpr, CallExpr>(stripped(V->getInit())) ||
      namedVariable(V->getInit()))
    return false;
  if (const auto *Made = dyn_cast<CXXConstructExpr>(stripped(V->getInit()));
      Made && Made->getConstructor()->isCopyConstructor())
    return false;
  unsigned Mentions = 0;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const auto *Ref = dyn_cast<DeclRefExpr>(S))
      Mentions += Ref->getDecl() == V;
    return true;
  });
  return Mentions == 1;
}

bool isWrong(const Crossing &C, const SharingRank &Rank,
             const FunctionDecl &F) {
  if (!Rank.Rank)
    return false;
  switch (*Rank.Rank) {
  case Sharing::Unsafe:
    return C.Kind != Crossing::How::Moved || !isHandedOverWhole(C.Source, F);
  case Sharing::ThreadBound:
    return C.Kind != Crossing::How::Referenced;
  default:
    return false;
  }
}

std::string crossingText(const Crossing &C) {
  std::string What =
      C.Name.empty() ? "a value passed here" : quoted(C.Name);
  switch (C.Kind) {
  case Crossing::How::Copied:
    return What + " is copied into";
  case Crossing::How::Moved:
    return What + " is moved into";
  case Crossing::How::Referenced:
    return What + " is shared by reference with";
  }
  return What;
}

void reportCrossing(const Crossing &C, const SharingRank &Rank, const Spawn &S,
                    SourceLocation Spawned, RuleContext &Context) {
  const bool Bound = *Rank.Rank == Sharing::ThreadBound;
  std::string Why =
      !Rank.Because.empty() ? quoted(Rank.Decider) + " " + Rank.Because
      : Bound ? quoted(Rank.Decider) + " belongs to the thread that made it"
              : quoted(Rank.Decider) + " is not safe to use on two threads";
  Finding New;
  New.Where = C.Where;
  New.Text = crossingText(C) + " a task that another thread may run; " + Why;
  for (const SharingRank::Step &Step : Rank.Path)
    New.note(Step.Where, Step.Text);
  New.note(Spawned, S.By + " starts the task here");
  New.note(C.Where, Bound
                        ? "use it on this thread only, and hand the task the "
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
        if (isWrong(C, Rank, F))
          reportCrossing(C, Rank, Started, Site->where(), Context);
      }
    }
    return true;
  };
  if (const auto *Constructor = dyn_cast<CXXConstructorDecl>(&F))
    for (const CXXCtorInitializer *Init : Constructor->inits())
      walkEvaluated(Init->getInit(), Look);
  walkEvaluated(writtenBody(F), Look);
}

} // namespace

extern const Rule UnsafeSpawnCapture;
const Rule UnsafeSpawnCapture = {
    {"coro-unsafe-spawn-capture", "threads", "L4",
     "a value that is not thread-safe travels to another thread with a task",
     Confidence::Likely, {}},
    run};

} // namespace corolint
