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
      if (const auto *Call = dyn_cast<CallExpr>(S))
        pass(*Call);
      return true;
    });
  }

  /// What a function does to a parameter, it does to what was passed.
  void finish() {
    for (const Passing &Each : Passed)
      if (auto It = OfParameters.find(Each.To); It != OfParameters.end())
        for (StateChange Change : It->second) {
          Change.Within = Change.In;
          Change.WithinNode = Change.Node;
          Change.In = Each.In;
          Change.Node = Each.Node;
          Into.Changes[Each.Place].push_back(Change);
        }
  }

private:
  struct Passing {
    const ParmVarDecl *To;
    SourceLocation Place;
    const Expr *Node;
    const FunctionDecl *In;
  };

  /// `f(member_)` and `f(&member_)`, where f may change what it is passed.
  void pass(const CallExpr &Call) {
    const FunctionDecl *Definition = nullptr;
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee || isa<CXXOperatorCallExpr>(Call) ||
        isInSystemHeader(*Callee) || !Callee->hasBody(Definition))
      return;
    const unsigned Count =
        std::min(Call.getNumArgs(), Definition->getNumParams());
    for (unsigned I = 0; I != Count; ++I) {
      const ParmVarDecl *To = Definition->getParamDecl(I);
      if (!mayChangeArgument(*To))
        continue;
      const Expr *Argument = stripped(Call.getArg(I));
      if (To->getType()->isPointerType()) {
        const auto *Address = dyn_cast<UnaryOperator>(Argument);
        if (!Address || Address->getOpcode() != UO_AddrOf)
          continue;
        Argument = Address->getSubExpr();
      }
      const ValueDecl *Place = calledPlace(*Argument);
      if (Place && !isa<ParmVarDecl>(Place) && sharedRoot(*Argument))
        Passed.push_back({To, placeKey(*Place), &Call, In});
    }
  }

  static bool mayChangeArgument(const ParmVarDecl &To) {
    const QualType T = To.getType();
    return (T->isPointerType() || T->isLValueReferenceType()) &&
           !T->getPointeeType().isConstQualified();
  }

  void look(const Stmt &S) {
    if (const auto *Assign = dyn_cast<BinaryOperator>(&S)) {
      if (Assign->isAssignmentOp()) {
        add(Assign->getLHS(), ContainerChange::Replaces, *Assign);
        addByKey(*Assign->getLHS());
      }
    } else if (const auto *Unary = dyn_cast<UnaryOperator>(&S)) {
      if (Unary->isIncrementDecrementOp()) {
        add(Unary->getSubExpr(), ContainerChange::Replaces, *Unary);
        addByKey(*Unary->getSubExpr());
      }
    } else if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(&S)) {
      look(*Operator);
    } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&S)) {
      look(*Member);
    } else if (const auto *Call = dyn_cast<CallExpr>(&S)) {
      look(*Call);
    }
  }

  void look(const CXXOperatorCallExpr &Operator) {
    if (Operator.getOperator() == OO_Equal)
      add(Operator.getArg(0), ContainerChange::Replaces, Operator);
    else if (Operator.isAssignmentOp())
      add(Operator.getArg(0), ContainerChange::Adds, Operator);
    if (Operator.isAssignmentOp())
      addByKey(*Operator.getArg(0));
  }

  /// `map[key] = value` makes what is not there. What is only looked at, or
  /// asked to do something, is there in most code.
  void addByKey(const Expr &Target) {
    const auto *Element = dyn_cast<CXXOperatorCallExpr>(stripped(&Target));
    const auto *Method =
        Element ? dyn_cast_or_null<CXXMethodDecl>(Element->getDirectCallee())
                : nullptr;
    if (Method && Element->getOperator() == OO_Subscript &&
        !Method->isConst() && hasKeys(*Method->getParent()))
      add(Element->getArg(0), ContainerChange::Adds, *Element);
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
    const ValueDecl *Place = Of ? calledPlace(*Of) : nullptr;
    const auto *Parameter = dyn_cast_or_null<ParmVarDecl>(Place);
    if (Parameter) {
      // To set a pointer is not to change what it points to.
      if (mayChangeArgument(*Parameter) &&
          (isa<CXXMemberCallExpr>(Node) ||
           !Parameter->getType()->isPointerType()))
        OfParameters[Parameter].push_back({&Node, In, What});
    } else if (Place && sharedRoot(*Of)) {
      Into.Changes[placeKey(*Place)].push_back({&Node, In, What});
    }
  }

  StateChanges &Into;
  llvm::DenseMap<const ParmVarDecl *, std::vector<StateChange>> OfParameters;
  std::vector<Passing> Passed;
  const FunctionDecl *In = nullptr;
};

ArrayRef<StateChange> StateChanges::of(const ValueDecl &What) {
  if (!Collected) {
    Collected = true;
    Collector All(*this);
    forEachBody(Model.context(), [&](const Stmt &Root, const FunctionDecl *In) {
      All.look(Root, In);
    });
    All.finish();
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

//===--- Whether a lock keeps them out ------------------------------------===//

static bool haveOneInCommon(const HeldLocks &Some, const HeldLocks &Others) {
  return llvm::any_of(Some, [&](const ValueDecl *Lock) {
    return !Lock || llvm::any_of(Others, [&](const ValueDecl *Other) {
      return !Other || placeKey(*Lock) == placeKey(*Other);
    });
  });
}

/// True if \p F may hold one of \p Locks at \p Node, or was passed a guard.
bool StateChanges::isKeptOut(const HeldLocks &Locks, const FunctionDecl &F,
                             const Expr &Node) {
  return F.isDependentContext() ||
         haveOneInCommon(heldLocks(F, Node.getBeginLoc(), Model), Locks) ||
         llvm::any_of(F.parameters(), [&](const ParmVarDecl *P) {
           return Model.guard(P->getType()).Owner != LockOwner::None;
         });
}

bool StateChanges::mayHappenUnder(const HeldLocks &Locks,
                                  const StateChange &Change) {
  Callers Seen;
  return Change.In && !llvm::is_contained(Locks, nullptr) &&
         !(Change.Within &&
           isKeptOut(Locks, *Change.Within, *Change.WithinNode)) &&
         isReachedWithout(Locks, *Change.In, *Change.Node, Seen);
}

/// True if \p F hands one of \p Locks to something: `try_get_units(lock, 1)`.
static bool handsOn(const FunctionDecl &F, const HeldLocks &Locks) {
  bool Found = false;
  walkEvaluated(writtenBody(F), [&](const Stmt *S) {
    if (const std::optional<CallSite> Site = asCall(*S))
      Found |= llvm::any_of(Site->Arguments, [&](const Expr *Argument) {
        const auto *Member = dyn_cast<MemberExpr>(stripped(Argument));
        return Member && llvm::is_contained(Locks, Member->getMemberDecl());
      });
    return !Found;
  });
  return Found;
}

bool StateChanges::isReachedWithout(const HeldLocks &Locks,
                                    const FunctionDecl &F, const Expr &Node,
                                    Callers &Seen) {
  if (isKeptOut(Locks, F, Node) || handsOn(F, Locks) ||
      !Seen.insert(F.getCanonicalDecl()).second)
    return false;
  ArrayRef<UnitCall> InSight = Calls.inSight(F);
  if (!InSight.empty())
    return llvm::any_of(InSight, [&](const UnitCall &Call) {
      return Call.Caller &&
             isReachedWithout(Locks, *Call.Caller, *Call.Node, Seen);
    });
  // Nobody but its own class can take a private lock for it.
  const auto *Method = dyn_cast<CXXMethodDecl>(&F);
  return Method && Method->getAccess() == AS_public &&
         llvm::all_of(Locks, [&](const ValueDecl *Lock) {
           const auto *Class = dyn_cast<CXXRecordDecl>(Lock->getDeclContext());
           return Lock->getAccess() != AS_public && Class &&
                  Class->getCanonicalDecl() ==
                      Method->getParent()->getCanonicalDecl();
         });
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
