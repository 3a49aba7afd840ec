#include "summary/ReadyValues.h"
#include "flow/AccessPath.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/StringSwitch.h"

using namespace clang;

namespace corolint {
namespace {

/// \p E without copies and moves of the object.
const Expr *sourceOf(const Expr *E) {
  for (;;) {
    E = stripped(E);
    const auto *Construct = dyn_cast<CXXConstructExpr>(E);
    if (!Construct || Construct->getNumArgs() == 0 ||
        !Construct->getConstructor()->isCopyOrMoveConstructor())
      return E;
    E = Construct->getArg(0);
  }
}

bool givesElement(const FunctionDecl &F) {
  switch (F.getOverloadedOperator()) {
  case OO_Subscript:
  case OO_Star:
  case OO_Arrow:
    return true;
  case OO_None:
    return F.getIdentifier() &&
           llvm::StringSwitch<bool>(F.getName())
               .Cases("at", "front", "back", "value", true)
               .Case("get", F.isInStdNamespace() && !isa<CXXMethodDecl>(F))
               .Default(false);
  default:
    return false;
  }
}

/// What \p E is an element or member of, or null.
const Expr *wholeOf(const Expr &E) {
  if (const auto *Member = dyn_cast<MemberExpr>(&E))
    return isa<FieldDecl>(Member->getMemberDecl()) ? Member->getBase()
                                                   : nullptr;
  if (const auto *Subscript = dyn_cast<ArraySubscriptExpr>(&E))
    return Subscript->getBase();
  if (const auto *Unary = dyn_cast<UnaryOperator>(&E))
    return Unary->getOpcode() == UO_Deref || Unary->getOpcode() == UO_AddrOf
               ? Unary->getSubExpr()
               : nullptr;
  std::optional<CallSite> Site = asCall(E);
  if (!Site || !isa<CallExpr>(E) || !givesElement(*Site->Callee))
    return nullptr;
  return Site->Object ? Site->Object : Site->argument(1);
}

/// What the loop variable \p V of \p In runs over, or null.
const Expr *rangeOf(const VarDecl &V, const FunctionDecl &In) {
  const Expr *Range = nullptr;
  if (V.isCXXForRangeDecl())
    walkEvaluated(writtenBody(In), [&](const Stmt *S) {
      const auto *Loop = dyn_cast<CXXForRangeStmt>(S);
      if (Loop && Loop->getLoopVariable() == &V)
        Range = Loop->getRangeInit();
      return !Range;
    });
  return Range;
}

/// The variable that \p E names, of a structured binding the hidden one.
const VarDecl *variableOf(const Expr &E) {
  const auto *Ref = dyn_cast<DeclRefExpr>(&E);
  if (!Ref)
    return nullptr;
  if (const auto *Binding = dyn_cast<BindingDecl>(Ref->getDecl()))
    return dyn_cast_or_null<VarDecl>(Binding->getDecomposedDecl());
  return dyn_cast<VarDecl>(Ref->getDecl());
}

/// The variable that \p E is, or is a part of, behind local references.
const VarDecl *rootOf(const Expr *E, const FunctionDecl &In) {
  while (E) {
    E = stripped(E);
    const VarDecl *V = variableOf(*E);
    if (!V) {
      E = wholeOf(*E);
      continue;
    }
    const Expr *Named = nullptr;
    if (V->getType()->isReferenceType() && !isa<ParmVarDecl>(V))
      Named = V->isCXXForRangeDecl() ? rangeOf(*V, In) : V->getInit();
    if (!Named)
      return V;
    E = Named;
  }
  return nullptr;
}

bool isReferenceToNonConst(QualType T) {
  return T->isLValueReferenceType() && !T->getPointeeType().isConstQualified();
}

} // namespace

bool ReadyValues::isReady(const CallSite &Wait, const FunctionDecl &In) {
  // What waits for its arguments does so each time.
  return Wait.Object && Wait.Arguments.empty() &&
         isReady({Wait.Object, Wait.Node, In,
                  recordOf(Wait.Object->getType(), /*Through=*/true)});
}

bool ReadyValues::isReady(const Use &Asked) {
  const Expr *Value = sourceOf(Asked.Value);
  if (Model.isReadyResult(Value) || isFromWhenAll(*Value))
    return true;
  const Use Source{Value, Asked.At, Asked.In, Asked.Future};
  if (wasToldReady(Source))
    return true;
  if (const Expr *Whole = wholeOf(*Value))
    return isReady({Whole, Asked.At, Asked.In, Asked.Future});
  const VarDecl *V = variableOf(*Value);
  return V && isReadyVariable(*V, Source);
}

/// A future that this body has asked (`isReady()`, a time-out of zero), awaited
/// or waited for before.
bool ReadyValues::wasToldReady(const Use &Asked) {
  // A container is asked other things.
  if (recordOf(Asked.Value->getType(), /*Through=*/true) != Asked.Future)
    return false;
  std::optional<AccessPath> Path = accessPath(*Asked.Value);
  if (!Path)
    return false;
  auto Same = [&](const Expr *E) {
    std::optional<AccessPath> Other = E ? accessPath(*E) : std::nullopt;
    return Other && *Other == *Path;
  };
  bool Known = false, Reached = false;
  walkEvaluated(writtenBody(Asked.In), [&](const Stmt *S) {
    Reached |= S == Asked.At;
    if (Reached)
      return false;
    if (const Expr *Awaited = awaitedOperand(*S))
      walkEvaluated(Awaited, [&](const Stmt *Inner) {
        const auto *E = dyn_cast<Expr>(Inner);
        Known |= E && isa<DeclRefExpr, MemberExpr>(E) && Same(E);
        return !Known;
      });
    std::optional<CallSite> Site = asCall(*S);
    if (Site && Same(Site->Object)) {
      const auto *Method = dyn_cast<CXXMethodDecl>(Site->Callee);
      Known |= Method && Method->isConst() && Site->Arguments.empty() &&
               Method->getReturnType()->isBooleanType();
      for (const FunctionFact *Fact : Model.facts(*Site))
        Known |= Fact->Joins;
    }
    return !Known;
  });
  return Known;
}

/// `co_await when_all(…)`, or of a variable that holds it.
bool ReadyValues::isFromWhenAll(const Expr &Value) {
  const Expr *Awaited = awaitedOperand(Value);
  const Expr *Made = Awaited ? sourceOf(Awaited) : nullptr;
  if (const VarDecl *V = Made ? namedVariable(Made) : nullptr)
    Made =
        V->getInit() && !isa<ParmVarDecl>(V) ? sourceOf(V->getInit()) : nullptr;
  std::optional<CallSite> Site = Made ? asCall(*Made) : std::nullopt;
  return Site && llvm::any_of(Model.facts(*Site), [](const FunctionFact *Fact) {
           return Fact->GivesReady;
         });
}

bool ReadyValues::isReadyVariable(const VarDecl &V, const Use &Asked) {
  if (V.getDeclContext() != &Asked.In || isRefilled(V, Asked))
    return false;
  if (const auto *Parameter = dyn_cast<ParmVarDecl>(&V))
    return isPassedReady(*Parameter, Asked);
  const Expr *From = V.isCXXForRangeDecl() ? rangeOf(V, Asked.In) : V.getInit();
  if (!From || !InProgress.insert(&V).second)
    return false;
  const bool Ready = isReady({From, From, Asked.In, Asked.Future});
  InProgress.erase(&V);
  return Ready;
}

bool ReadyValues::isPassedReady(const ParmVarDecl &Parameter,
                                const Use &Asked) {
  if (auto Known = Passed.find(&Parameter); Known != Passed.end())
    return Known->second;
  // A function that calls itself passes on what it got.
  if (!InProgress.insert(&Parameter).second)
    return true;
  ArrayRef<UnitCall> All = Calls.of(Asked.In);
  const bool Ready = !All.empty() && llvm::all_of(All, [&](UnitCall Call) {
    std::optional<CallSite> Site = asCall(*Call.Node);
    const Expr *Argument =
        Site ? Site->argument(Parameter.getFunctionScopeIndex() + 1) : nullptr;
    return Argument && Call.Caller &&
           isReady({Argument, Call.Node, *Call.Caller, Asked.Future});
  });
  InProgress.erase(&Parameter);
  // Inside of a cycle, "ready" still rests on what was taken for granted.
  if (!Ready || InProgress.empty())
    Passed[&Parameter] = Ready;
  return Ready;
}

/// True if \p V may hold something else than what it got first.
bool ReadyValues::isRefilled(const VarDecl &V, const Use &Asked) {
  bool Found = false;
  walkEvaluated(writtenBody(Asked.In), [&](const Stmt *S) {
    Found |= mayRefill(*S, V, Asked);
    return !Found;
  });
  return Found;
}

bool ReadyValues::mayRefill(const Stmt &S, const VarDecl &V, const Use &Asked) {
  auto IsPart = [&](const Expr *E) { return rootOf(E, Asked.In) == &V; };
  if (const auto *Assign = dyn_cast<BinaryOperator>(&S))
    return Assign->isAssignmentOp() && IsPart(Assign->getLHS());
  if (const auto *Unary = dyn_cast<UnaryOperator>(&S))
    return (Unary->isIncrementDecrementOp() ||
            Unary->getOpcode() == UO_AddrOf) &&
           IsPart(Unary->getSubExpr());
  if (const auto *Lambda = dyn_cast<LambdaExpr>(&S))
    return llvm::any_of(Lambda->captures(), [&](const LambdaCapture &Capture) {
      return Capture.capturesVariable() &&
             Capture.getCaptureKind() == LCK_ByRef &&
             Capture.getCapturedVar() == &V;
    });
  std::optional<CallSite> Site = asCall(S);
  // std::move, an element.
  if (!Site || stripped(Site->Node) != Site->Node || wholeOf(*Site->Node))
    return false;
  for (unsigned I = 0; I != Site->Arguments.size(); ++I)
    if (I < Site->Callee->getNumParams() && Site->Arguments[I]->isLValue() &&
        isReferenceToNonConst(Site->Callee->getParamDecl(I)->getType()) &&
        IsPart(Site->Arguments[I]))
      return true;
  const auto *Method = dyn_cast<CXXMethodDecl>(Site->Callee);
  if (!Site->Object || !Method || Method->isConst() || !IsPart(Site->Object))
    return false;
  if (Method->getOverloadedOperator() == OO_Equal)
    return true;
  // `begin` of a loop; what else a future does leaves it ready, or empty.
  const VarDecl *Named = namedVariable(Site->Object);
  const bool OfLoop = Named && Named->isImplicit();
  return !OfLoop && recordOf(Site->Object->getType(), true) != Asked.Future;
}

} // namespace corolint
