// Law 9: what may change while a coroutine is suspended is looked at again.
// At run time two coroutines check, suspend and act on what only one of them
// was to do, or one writes back a value that another has changed meanwhile.
// Silent on purpose: what only this frame can reach, what a lock or a marker
// that is set before the suspension keeps others from, a second check, what
// runs only once.

#include "flow/AcrossSuspension.h"
#include "flow/KeepsOthersOut.h"
#include "flow/SharedPlace.h"
#include "model/Names.h"
#include "rules/Rule.h"
#include "rules/Session.h"
#include "rules/state/CheckedActs.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "clang/Basic/SourceManager.h"

using namespace clang;

namespace corolint {
namespace {

/// A look at a place, and a change that depends on it.
struct Pair {
  AccessPath Place;
  const Expr *Look = nullptr;
  const Expr *Act = nullptr;
  const Expr *Named = nullptr; ///< the place, as the act names it
  std::optional<StateCheck::Finds>
      Check; ///< nothing: the value is written back
  bool Inserts = false;
  const FunctionDecl *Within = nullptr; ///< what acts, if Act calls it
  const Expr *Inner = nullptr;          ///< the act in there
};

class Search {
public:
  Search(const FunctionDecl &F, RuleContext &Context)
      : F(F), Context(Context), Body(writtenBody(F)) {}

  void run() {
    for (const CheckedAct &Each : checkedActs(F)) {
      if (Each.Check.What == StateCheck::Finds::Clear)
        Markers.push_back(Each.Act);
      add({Each.Place, Each.Check.Place, Each.Act, Each.Named, Each.Check.What,
           Each.Inserts, Each.Within, Each.Inner});
    }
    walkEvaluated(Body, [&](const Stmt *S) {
      collectWriteBack(*S);
      return true;
    });
    if (Pairs.empty())
      return;
    collectConditions();
    walkEvaluated(Body, [&](const Stmt *S) {
      readMention(*S);
      return true;
    });
    llvm::DenseSet<const Expr *> Done;
    for (const CrossedUse &Use : findCrossedUses(
             F, Context.model(), std::vector<bool>(Pairs.size()), At))
      if (Done.insert(Pairs[Use.Which].Act).second)
        judge(Pairs[Use.Which], Use.Point);
  }

private:
  void add(Pair New) {
    if (!isShared(*New.Named))
      return;
    const unsigned Index = Pairs.size();
    if (New.Within && suspendsBefore(*New.Within, *New.Inner)) {
      const Stmt *Awaited = awaitOf(*New.Act);
      if (!Awaited)
        return;
      At[Awaited].push_back({Mention::Kind::UseAtEnd, Index});
    } else {
      At[New.Act].push_back({Mention::Kind::Use, Index});
    }
    At[New.Look].push_back({Mention::Kind::Renew, Index});
    Pairs.push_back(std::move(New));
  }

  /// True if \p Callee is suspended on its way to \p Act.
  bool suspendsBefore(const FunctionDecl &Callee, const Expr &Act) {
    const SourceManager &Sources = Context.model().context().getSourceManager();
    bool Found = false;
    walkEvaluated(writtenBody(Callee), [&](const Stmt *S) {
      Found |=
          Context.model().realSuspension(*S) &&
          Sources.isBeforeInTranslationUnit(S->getBeginLoc(), Act.getEndLoc());
      return !Found;
    });
    return Found;
  }

  /// Where the body awaits \p Call at once, or null.
  const Stmt *awaitOf(const Expr &Call) {
    const Stmt *Found = nullptr;
    walkEvaluated(Body, [&](const Stmt *S) {
      const Expr *Operand = awaitedOperand(*S);
      if (Operand && stripped(Operand) == &Call &&
          Context.model().realSuspension(*S))
        Found = S;
      return !Found;
    });
    return Found;
  }

  bool isShared(const Expr &Named) {
    const QualType T = Named.getType();
    return !T.isConstQualified() && !T->isDependentType() &&
           sharedPlace(Named) &&
           Context.model().sharing(T).Rank != Sharing::Synchronised;
  }

  //===--- Values that are written back -----------------------------------===//

  /// `n_ = n_ + co_await f()`, and `n_ = n + 1` with an `auto n = n_` before.
  void collectWriteBack(const Stmt &S) {
    const auto *Assign = dyn_cast<BinaryOperator>(&S);
    if (!Assign || Assign->getOpcode() != BO_Assign ||
        !Assign->getLHS()->getType()->isArithmeticType())
      return;
    std::optional<AccessPath> Place = accessPath(*Assign->getLHS());
    if (!Place)
      return;
    const Expr *Value = stripped(Assign->getRHS());
    walkEvaluated(Value, [&](const Stmt *Inner) {
      // What is awaited has the value handed to it, and may know.
      if (awaitedOperand(*Inner) || isa<CallExpr>(Inner))
        return false;
      const auto *Read = dyn_cast<ImplicitCastExpr>(Inner);
      if (Read && Read->getCastKind() == CK_LValueToRValue)
        collectRead(*Read, *Place, *Assign, Read == Assign->getRHS());
      return true;
    });
  }

  void collectRead(const ImplicitCastExpr &Read, const AccessPath &Place,
                   const BinaryOperator &Assign, bool Alone) {
    std::optional<AccessPath> From = accessPath(*Read.getSubExpr());
    if (!From)
      return;
    const Expr *Named = stripped(Assign.getLHS());
    if (*From == Place)
      return add({Place, &Read, &Assign, Named, std::nullopt});
    // A copy that is put back as it was restores; one that was computed with
    // pretends that nothing came in between.
    const VarDecl *V = namedVariable(Read.getSubExpr());
    if (!V || Alone || !V->hasLocalStorage() || isa<ParmVarDecl>(V) ||
        !V->getInit() || V->getType()->isReferenceType())
      return;
    std::optional<AccessPath> Copied = accessPath(*V->getInit());
    if (Copied && *Copied == Place)
      add({Place, V->getInit()->IgnoreImplicit(), &Assign, Named,
           std::nullopt});
  }

  //===--- What comes in between ------------------------------------------===//

  void collectConditions() {
    walkEvaluated(Body, [&](const Stmt *S) {
      if (const Expr *Condition = conditionOf(*S))
        walkEvaluated(Condition, [&](const Stmt *Inner) {
          if (const auto *E = dyn_cast<Expr>(Inner);
              isa<MemberExpr, DeclRefExpr>(Inner))
            if (std::optional<AccessPath> Path = accessPath(*E))
              Asked.push_back({E, *Path});
          return true;
        });
      return true;
    });
    // To ask again is to know again.
    for (const auto &[E, Path] : Asked)
      for (unsigned I = 0; I != Pairs.size(); ++I)
        if (E != Pairs[I].Look && Path == Pairs[I].Place)
          At[E].push_back({Mention::Kind::Renew, I});
  }

  /// A change of the place itself, or of one that conditions ask for, before
  /// the suspension tells others that somebody is at it.
  void readMention(const Stmt &S) {
    const Expr *Changed = changedBy(S);
    std::optional<AccessPath> Path =
        Changed ? accessPath(*Changed) : std::nullopt;
    if (!Path)
      return;
    const bool Marks = isAsked(Path);
    for (unsigned I = 0; I != Pairs.size(); ++I)
      if (Pairs[I].Act != &S && (*Path == Pairs[I].Place || Marks))
        At[&S].push_back({Mention::Kind::Forget, I});
  }

  static const Expr *changedBy(const Stmt &S) {
    if (const auto *Binary = dyn_cast<BinaryOperator>(&S))
      return Binary->isAssignmentOp() ? wholeOf(Binary->getLHS()) : nullptr;
    if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
      return Unary->isIncrementDecrementOp() ? Unary->getSubExpr() : nullptr;
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S))
      return Operator->isAssignmentOp() ? wholeOf(Operator->getArg(0))
                                        : nullptr;
    const auto *Call = dyn_cast<CXXMemberCallExpr>(&S);
    const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
    return Method && !Method->isConst() && Method->getIdentifier() &&
                   containerChange(Method->getName())
               ? Call->getImplicitObjectArgument()
               : nullptr;
  }

  /// The container, if \p E is an element of one.
  static const Expr *wholeOf(const Expr *E) {
    const auto *Element = dyn_cast<CXXOperatorCallExpr>(stripped(E));
    return Element && Element->getOperator() == OO_Subscript
               ? Element->getArg(0)
               : E;
  }

  //===--- Who else is there ----------------------------------------------===//

  void judge(const Pair &P, const Suspension &Point) {
    StateChanges &Changes = Context.changes();
    if (Context.model().type(F.getReturnType()).Kind == AsyncKind::Generator ||
        Context.isInTest(F) || Changes.runsOnce(F) ||
        Changes.isOnOwnObjects(F) || isUnderLock(P, Point))
      return;
    if (standsBehindMarker(P) || isBuffer(P) || isKeptOutWithin(P) ||
        (!hasOtherWriters(P) &&
         (P.Check == StateCheck::Finds::Limit ||
          P.Check == StateCheck::Finds::Last || isLoopOfItsOwn(*P.Act))) ||
        (P.Check == StateCheck::Finds::There && !isEndedTwice(P, Point)) ||
        isRequestServed(P))
      return;
    report(P, Point);
  }

  /// True if a lock may be held over the suspension and over what was seen
  /// before: the first look, one more with the lock in hand, or one that no
  /// suspension parts from the lock.
  bool isUnderLock(const Pair &P, const Suspension &Point) {
    auto IsHeld = [&](SourceLocation Where) {
      return mayHoldLock(F, Where, Context.model());
    };
    const SourceLocation Look = P.Look->getBeginLoc();
    if (!IsHeld(Point.Where))
      return false;
    if (IsHeld(Look) || llvm::any_of(Asked, [&](const auto &Each) {
          return Each.second == P.Place && IsHeld(Each.first->getBeginLoc());
        }))
      return true;
    const SourceManager &Sources = Context.model().context().getSourceManager();
    bool Parted = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      const auto Other = Context.model().suspension(*S);
      Parted |= Other && !Other->NeverSuspends &&
                Sources.isBeforeInTranslationUnit(Look, Other->Where) &&
                Sources.isBeforeInTranslationUnit(Other->Where, Point.Where) &&
                !IsHeld(Other->Where);
      return !Parted;
    });
    return !Parted;
  }

  /// `if (busy_) co_return; busy_ = true;` before lets in only one at a time.
  bool standsBehindMarker(const Pair &P) {
    const SourceManager &Sources = Context.model().context().getSourceManager();
    return llvm::any_of(Markers, [&](const Expr *Marker) {
      return Sources.isBeforeInTranslationUnit(Marker->getBeginLoc(),
                                               P.Look->getBeginLoc());
    });
  }

  /// True if what acts takes a lock for it, or tells others before it is
  /// suspended that somebody is at it.
  bool isKeptOutWithin(const Pair &P) {
    if (!P.Within)
      return false;
    if (mayHoldLock(*P.Within, P.Inner->getBeginLoc(), Context.model()))
      return true;
    const SourceManager &Sources = Context.model().context().getSourceManager();
    bool Marks = false;
    walkEvaluated(writtenBody(*P.Within), [&](const Stmt *S) {
      const Expr *Changed = changedBy(*S);
      std::optional<AccessPath> Path =
          Changed ? accessPath(*Changed) : std::nullopt;
      Marks |= Path && S != P.Inner &&
               Sources.isBeforeInTranslationUnit(S->getBeginLoc(),
                                                 P.Inner->getBeginLoc()) &&
               (*Path == P.Place || isAsked(Path));
      return !Marks;
    });
    return Marks;
  }

  /// To empty what another has emptied harms nobody, but what is awaited before
  /// does its work on \p P a second time. Only where more than one may come: \p
  /// F is started more than once, or says only behind it, in a flag that it
  /// does not ask for, that it is done.
  bool isEndedTwice(const Pair &P, const Suspension &Point) {
    if (containerShape(P.Named->getType()) != ContainerShape::Box ||
        !namesPlace(*Point.Node, P.Place))
      return false;
    if (Context.changes().isEnteredAgain(F))
      return true;
    const SourceManager &Sources = Context.model().context().getSourceManager();
    bool Found = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      const auto *Assign = dyn_cast<BinaryOperator>(S);
      const auto *Value =
          Assign && Assign->getOpcode() == BO_Assign
              ? dyn_cast<CXXBoolLiteralExpr>(stripped(Assign->getRHS()))
              : nullptr;
      Found |= Value && Value->getValue() && sharedPlace(*Assign->getLHS()) &&
               Sources.isBeforeInTranslationUnit(P.Act->getEndLoc(),
                                                 Assign->getBeginLoc()) &&
               !isAsked(accessPath(*Assign->getLHS()));
      return !Found;
    });
    return Found;
  }

  /// A flag that a loop of its own finds set, and clears when it has done what
  /// is asked for: others set it, nobody else serves it.
  bool isRequestServed(const Pair &P) {
    return P.Check == StateCheck::Finds::Set && isLoopOfItsOwn(*P.Act);
  }

  bool isAsked(const std::optional<AccessPath> &Path) const {
    return Path && llvm::any_of(Asked, [&](const auto &Each) {
             return Each.second == *Path;
           });
  }

  static bool namesPlace(const Stmt &S, const AccessPath &Place) {
    bool Found = false;
    walkEvaluated(&S, [&](const Stmt *Inner) {
      if (const auto *E = dyn_cast<Expr>(Inner); isa<MemberExpr>(Inner))
        Found |= accessPath(*E) == Place;
      return !Found;
    });
    return Found;
  }

  /// True for what is read until it is empty and then filled again: one reader
  /// is alone with it. What is added as a handle that can be copied is for
  /// others as well.
  static bool isBuffer(const Pair &P) {
    const QualType Element = firstTypeArgument(recordOf(P.Named->getType()));
    if (P.Inserts && !Element.isNull() && isSharedHandle(Element))
      return false;
    const auto Shape = containerShape(P.Named->getType());
    return Shape == ContainerShape::Contiguous ||
           Shape == ContainerShape::Pieces;
  }

  static bool isSharedHandle(QualType T) {
    const CXXRecordDecl *Record = recordOf(T);
    return containerShape(T) == ContainerShape::Box &&
           llvm::any_of(Record->ctors(), [](const CXXConstructorDecl *C) {
             return C->isCopyConstructor() && !C->isDeleted();
           });
  }

  bool hasOtherWriters(const Pair &P) {
    const ValueDecl *Place = calledPlace(*P.Named);
    return Place &&
           llvm::any_of(Context.changes().of(*Place),
                        [&](const StateChange &Change) {
                          RunBy By = Context.changes().runBy(Change.In, F);
                          return By == RunBy::Others || By == RunBy::Tasks;
                        });
  }

  /// True if \p Act stands in a loop that goes on for as long as there is work:
  /// such a coroutine runs once, and is alone with what it keeps.
  bool isLoopOfItsOwn(const Expr &Act) {
    bool Found = false;
    walkEvaluated(Body, [&](const Stmt *S) {
      const auto *For = dyn_cast<ForStmt>(S);
      if (isa<WhileStmt, DoStmt>(S) || (For && !For->getCond()))
        walkEvaluated(S, [&](const Stmt *Inner) {
          Found |= Inner == &Act;
          return !Found;
        });
      return !Found;
    });
    return Found;
  }

  void report(const Pair &P, const Suspension &Point) {
    Finding New;
    New.Where = P.Act->getBeginLoc();
    New.Text = quoted(P.Place.Spoken) + text(P);
    New.note(P.Look->getBeginLoc(), P.Check ? "checked here" : "read here");
    New.note(Point.Where, "suspends here; others run meanwhile");
    if (P.Within)
      New.note(P.Inner->getExprLoc(), "changed here, in " + mention(*P.Within));
    New.note(New.Where, wayOut(P));
    New.Evidence.push_back(evidence(P));
    Context.report(std::move(New));
  }

  static std::string text(const Pair &P) {
    if (!P.Check)
      return " is read before a suspension and written back after it; what "
             "others write meanwhile is lost";
    if (*P.Check == StateCheck::Finds::Limit)
      return " is checked before a suspension and counted after it; whoever "
             "comes meanwhile passes the same check";
    if (*P.Check == StateCheck::Finds::There)
      return " is checked before a suspension and emptied after it; whoever "
             "comes meanwhile does the same a second time";
    if (*P.Check != StateCheck::Finds::Empty && !P.Inserts)
      return " is checked before a suspension and changed after it; whoever "
             "comes meanwhile does the same a second time";
    if (P.Inserts)
      return " is checked before a suspension and filled after it; whoever "
             "comes meanwhile does the same a second time";
    return " is checked before a suspension and set after it; whoever comes "
           "meanwhile sets it, too, and one of the two is lost";
  }

  static std::string wayOut(const Pair &P) {
    const std::string Name = quoted(P.Place.Spoken);
    if (!P.Check)
      return "read " + Name +
             " after the suspension, or hold an async lock over both";
    if (*P.Check == StateCheck::Finds::There)
      return "move what " + Name +
             " holds out of it before the suspension, or hold an async lock "
             "over both";
    return "check " + Name +
           " again after the suspension, mark it as taken before, or hold an "
           "async lock over both";
  }

  std::string evidence(const Pair &P) {
    switch (*sharedRoot(*P.Named)) {
    case SharedPlace::By::This:
      return "shared: a member of an object that others may use";
    case SharedPlace::By::Static:
      return "shared: a variable of the program";
    case SharedPlace::By::Parameter:
      return "shared: a reference that was passed";
    case SharedPlace::By::Pointer:
      return "shared: reached through a pointer or handle";
    }
    return "";
  }

  const FunctionDecl &F;
  RuleContext &Context;
  const Stmt *Body;
  std::vector<Pair> Pairs;
  std::vector<std::pair<const Expr *, AccessPath>> Asked;
  llvm::SmallVector<const Expr *, 2> Markers; ///< where a clear flag is set
  Mentions At;
};

} // namespace

static void run(const FunctionDecl &F, RuleContext &Context) {
  if (isCoroutine(F))
    Search(F, Context).run();
}

extern const Rule RaceAcrossAwait;
const Rule RaceAcrossAwait = {
    {"coro-race-across-await",
     "state",
     "L9",
     "shared state is checked or read before a suspension and changed after it",
     Confidence::Likely,
     {},
     Standing::OnRequest},
    run};

} // namespace corolint
