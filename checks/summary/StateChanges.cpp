#include "summary/StateChanges.h"
#include "flow/SharedPlace.h"
#include "support/AstWalk.h"
#include "support/InSight.h"
#include "support/UnitBodies.h"

using namespace clang;

namespace corolint {

class StateChanges::Collector {
public:
  explicit Collector(StateChanges &Into) : Into(Into) {}

  void look(const Stmt &Root, const FunctionDecl *Owner) {
    In = Owner;
    walkEvaluated(&Root, [&](const Stmt *S) {
      look(*S);
      return true;
    });
  }

private:
  void look(const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S)) {
      if (Assign->isAssignmentOp())
        add(Assign->getLHS(), ContainerChange::Replaces, *Assign);
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
      if (Unary->isIncrementDecrementOp())
        add(Unary->getSubExpr(), ContainerChange::Replaces, *Unary);
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
      look(*Operator);
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S)) {
      look(*Member);
    } else if (const auto *Call = dyn_cast<CallExpr>(&S)) {
      look(*Call);
    }
  }

  void look(const CXXOperatorCallExpr &Operator) {
    const auto *Method =
        dyn_cast_or_null<CXXMethodDecl>(Operator.getDirectCallee());
    const OverloadedOperatorKind Which = Operator.getOperator();
    if (Which == OO_Equal)
      add(Operator.getArg(0), ContainerChange::Replaces, Operator);
    else if (Operator.isAssignmentOp() ||
             // That of a map makes what it does not find.
             (Which == OO_Subscript && Method && !Method->isConst() &&
              hasKeys(*Method->getParent())))
      add(Operator.getArg(0), ContainerChange::Adds, Operator);
  }

  static bool hasKeys(const CXXRecordDecl &Record) {
    return findMethod(Record, "try_emplace");
  }

  void look(const CXXMemberCallExpr &Call) {
    const CXXMethodDecl *Method = Call.getMethodDecl();
    if (!Method || !Method->getIdentifier() || Method->isConst())
      return;
    if (auto What = containerChange(Method->getName()))
      add(Call.getImplicitObjectArgument(), *What, Call);
    if (Method->getName() == "swap" && Call.getNumArgs() == 1)
      add(Call.getArg(0), ContainerChange::Replaces, Call);
  }

  void look(const CallExpr &Call) {
    // In a pattern the type of the object is not known, only names are.
    if (const auto *Dependent = dyn_cast<CXXDependentScopeMemberExpr>(
            Call.getCallee()->IgnoreParens())) {
      if (!Dependent->isImplicitAccess() &&
          Dependent->getMember().isIdentifier())
        if (auto What = containerChange(
                Dependent->getMember().getAsIdentifierInfo()->getName()))
          add(Dependent->getBase(), *What, Call);
      return;
    }
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee || !Callee->getIdentifier() || !isOfStandardLibrary(*Callee) ||
        Call.getNumArgs() == 0)
      return;
    // std::swap, std::erase_if and their like; std::exchange and std::move
    // leave nothing behind.
    const StringRef Name = Callee->getName();
    if (isMove(&Call) || Name == "exchange")
      add(Call.getArg(0), ContainerChange::Replaces, Call);
    else if (Name == "swap" || Name == "erase" || Name == "erase_if")
      for (const Expr *Argument : Call.arguments())
        add(Argument, *containerChange(Name), Call);
  }

  void add(const Expr *Of, ContainerChange What, const Expr &Node) {
    // An object that is being made belongs to who makes it.
    if (const ValueDecl *Place = Of ? calledPlace(*Of) : nullptr)
      if (!isa<ParmVarDecl>(Place) && sharedRoot(*Of))
        Into.Changes[placeKey(*Place)].push_back({&Node, In, What});
  }

  StateChanges &Into;
  const FunctionDecl *In = nullptr;
};

ArrayRef<StateChange> StateChanges::of(const ValueDecl &What) {
  if (!Collected) {
    Collected = true;
    Collector All(*this);
    forEachBody(Model.context(), [&](const Stmt &Root, const FunctionDecl *In) {
      All.look(Root, In);
    });
  }
  auto It = Changes.find(placeKey(What));
  return It == Changes.end() ? ArrayRef<StateChange>()
                             : ArrayRef<StateChange>(It->second);
}

//===--- Who runs it ------------------------------------------------------===//

static bool isSame(const FunctionDecl &A, const FunctionDecl &B) {
  // An instance and its pattern are one function to the reader.
  return A.getCanonicalDecl() == B.getCanonicalDecl() ||
         A.getLocation() == B.getLocation();
}

/// True if \p F makes an object, ends one, or gives it the value of another.
static bool isOfALifetime(const FunctionDecl &F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return isa<CXXConstructorDecl, CXXDestructorDecl>(F) ||
         (Method && (Method->isCopyAssignmentOperator() ||
                     Method->isMoveAssignmentOperator()));
}

RunBy StateChanges::runBy(const FunctionDecl *Changer,
                          const FunctionDecl &Asking) {
  Callers Seen;
  return runBy(Changer, Asking, Seen);
}

RunBy StateChanges::runBy(const FunctionDecl *Changer,
                          const FunctionDecl &Asking, Callers &Seen) {
  if (!Changer || isOfALifetime(*Changer) || Changer->isMain() ||
      !Seen.insert(Changer->getCanonicalDecl()).second)
    return RunBy::Nobody;
  if (isSame(*Changer, Asking))
    return RunBy::Itself;
  RunBy Worst = RunBy::Nobody;
  ArrayRef<UnitCall> InSight = Calls.inSight(*Changer);
  for (const UnitCall &Call : InSight)
    Worst = std::max(Worst, runBy(Call.Caller, Asking, Seen));
  if (Worst == RunBy::Tasks)
    return Worst;
  const auto *Method = dyn_cast<CXXMethodDecl>(Changer);
  const bool IsLambda = Method && Method->getParent()->isLambda();
  if (Calls.isHandedOn(*Changer) || (IsLambda && InSight.empty()))
    return RunBy::Tasks;
  if (!InSight.empty() && (IsLambda || isOnlyCalledHere(*Changer)))
    return Worst;
  return isCoroutine(*Changer) ? RunBy::Tasks : RunBy::Others;
}

static bool contains(const Stmt &Whole, const Stmt &Part) {
  bool Found = false;
  walkEvaluated(&Whole, [&](const Stmt *Inner) {
    Found |= Inner == &Part;
    return !Found;
  });
  return Found;
}

/// True if \p Node stands in a loop of \p In.
static bool isInLoop(const Expr &Node, const FunctionDecl &In) {
  bool Found = false;
  walkEvaluated(writtenBody(In), [&](const Stmt *S) {
    if (isa<ForStmt, WhileStmt, DoStmt, CXXForRangeStmt>(S))
      Found |= contains(*S, Node);
    return !Found;
  });
  return Found;
}

/// True if \p Node stands in what \p In awaits.
static bool isAwaited(const Expr &Node, const FunctionDecl &In) {
  bool Found = false;
  walkEvaluated(writtenBody(In), [&](const Stmt *S) {
    if (const Expr *Operand = awaitedOperand(*S))
      Found |= contains(*Operand, Node);
    return !Found;
  });
  return Found;
}

bool StateChanges::isEnteredAgain(const FunctionDecl &F) {
  unsigned Started = 0;
  for (const UnitCall &Call : Calls.inSight(F)) {
    if (!Call.Caller || isAwaited(*Call.Node, *Call.Caller))
      continue;
    const auto *Method = dyn_cast<CXXMethodDecl>(Call.Caller);
    const bool InCallback = Method && Method->getParent()->isLambda();
    Started += InCallback || isInLoop(*Call.Node, *Call.Caller) ? 2 : 1;
  }
  return Started > 1;
}

bool StateChanges::isOnOwnObjects(const FunctionDecl &F) {
  ArrayRef<UnitCall> InSight = Calls.inSight(F);
  return !InSight.empty() && llvm::all_of(InSight, [](const UnitCall &Call) {
    const auto *Member = dyn_cast<CXXMemberCallExpr>(Call.Node);
    return Member &&
           !Member->getImplicitObjectArgument()->getType()->isPointerType() &&
           !sharedRoot(*Member->getImplicitObjectArgument());
  });
}

bool StateChanges::runsOnce(const FunctionDecl &F) {
  Callers Seen;
  return runsOnce(F, Seen);
}

bool StateChanges::runsOnce(const FunctionDecl &F, Callers &Seen) {
  if (F.isMain() || isa<CXXConstructorDecl>(F))
    return true;
  if (!Seen.insert(F.getCanonicalDecl()).second)
    return false;
  ArrayRef<UnitCall> All = Calls.of(F);
  return All.size() == 1 && All.front().Caller &&
         !isInLoop(*All.front().Node, *All.front().Caller) &&
         runsOnce(*All.front().Caller, Seen);
}

} // namespace corolint
