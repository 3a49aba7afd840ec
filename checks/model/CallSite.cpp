#include "model/CallSite.h"
#include "model/Names.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

SourceLocation CallSite::where() const {
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Node))
    if (const auto *Name =
            dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens()))
      // A conversion has no name of its own in the source.
      return Name->getMemberLoc().isValid() ? Name->getMemberLoc()
                                            : Node->getBeginLoc();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node))
    // f(x) is known by f, not by its parentheses.
    return Operator->getOperator() == OO_Call
               ? Operator->getArg(0)->getExprLoc()
               : Operator->getOperatorLoc();
  if (const auto *Call = dyn_cast<CallExpr>(Node))
    if (const auto *Name =
            dyn_cast<DeclRefExpr>(Call->getCallee()->IgnoreParenImpCasts()))
      return Name->getLocation();
  return Node->getExprLoc();
}

static void addArguments(CallSite &Site, ArrayRef<const Expr *> Arguments) {
  for (const Expr *Argument : Arguments)
    if (!isa<CXXDefaultArgExpr>(Argument))
      Site.Arguments.push_back(Argument);
}

static void setObject(CallSite &Site, const Expr *Object) {
  Site.Object = Object;
  Site.ObjectClass =
      Object ? recordOf(Object->IgnoreParenImpCasts()->getType(), true)
             : nullptr;
}

/// The call operator of \p Record, if it has just one. A generic lambda's is
/// its instance, if it has just one.
static const FunctionDecl *callOperator(const CXXRecordDecl &Record) {
  if (Record.isDependentContext() || !Record.hasDefinition())
    return nullptr;
  DeclarationName Name =
      Record.getASTContext().DeclarationNames.getCXXOperatorName(OO_Call);
  auto Found = Record.lookup(Name);
  if (!Found.isSingleResult())
    return nullptr;
  if (const auto *Template = dyn_cast<FunctionTemplateDecl>(Found.front())) {
    auto Instances = Template->specializations();
    return std::distance(Instances.begin(), Instances.end()) == 1
               ? *Instances.begin()
               : nullptr;
  }
  return Found.front()->getAsFunction();
}

const FunctionDecl *calledBy(const Expr &E) {
  const Expr *Callable = stripped(&E);
  // A wrapper made of it: std::function, std::reference_wrapper.
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(Callable);
      Construct && Construct->getNumArgs() == 1)
    return calledBy(*Construct->getArg(0));
  if (const auto *Address = dyn_cast<UnaryOperator>(Callable);
      Address && Address->getOpcode() == UO_AddrOf)
    Callable = stripped(Address->getSubExpr());
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Callable)) {
    if (const auto *F = dyn_cast<FunctionDecl>(Ref->getDecl()))
      return F;
    const auto *V = dyn_cast<VarDecl>(Ref->getDecl());
    if (V && V->getType()->isPointerType() && V->getInit() &&
        V->getType().isConstQualified())
      return calledBy(*V->getInit());
  }
  if (const CXXRecordDecl *Record = recordOf(Callable->getType()))
    return callOperator(*Record);
  return nullptr;
}

std::optional<CallSite> asCall(const Stmt &S) {
  CallSite Site;
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(&S)) {
    Site.Node = Construct;
    Site.Callee = Construct->getConstructor();
    addArguments(Site, {Construct->getArgs(), Construct->getNumArgs()});
    return Site;
  }
  const auto *Call = dyn_cast<CallExpr>(&S);
  if (!Call || !Call->getDirectCallee())
    return std::nullopt;
  Site.Node = Call;
  Site.Callee = Call->getDirectCallee();
  ArrayRef<const Expr *> Arguments(Call->getArgs(), Call->getNumArgs());
  const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Call)) {
    setObject(Site, Member->getImplicitObjectArgument());
    const auto *Name =
        dyn_cast<MemberExpr>(Member->getCallee()->IgnoreParens());
    // p->Base::f() and calls on final classes are not dispatched.
    Site.Virtual = Method && Method->isVirtual() && Name &&
                   !Name->hasQualifier() &&
                   !Method->getDevirtualizedMethod(Site.Object, false);
  } else if (isa<CXXOperatorCallExpr>(Call) && Method && !Arguments.empty() &&
             Method->isInstance()) {
    setObject(Site, Arguments.front());
    Arguments = Arguments.drop_front();
    Site.Virtual = Method->isVirtual();
  }
  addArguments(Site, Arguments);
  return Site;
}

std::string mention(const CallSite &Site) {
  if (isa<CXXConstructExpr>(Site.Node))
    return "the constructor of '" +
           spoken(Site.Node->getType(), Site.Callee->getASTContext()) + "'";
  const auto *Method = dyn_cast<CXXMethodDecl>(Site.Callee);
  const VarDecl *Object = Site.Callee->getOverloadedOperator() == OO_Call &&
                                  Method && !Method->getParent()->isLambda()
                              ? namedVariable(Site.Object)
                              : nullptr;
  return mention(Object ? static_cast<const NamedDecl &>(*Object)
                        : *Site.Callee);
}

static bool isZero(const APValue &Value) {
  switch (Value.getKind()) {
  case APValue::Int:
    return Value.getInt() == 0;
  case APValue::Float:
    return Value.getFloat().isZero();
  case APValue::Struct:
    // A duration: one number, or several as in absl::Duration.
    for (unsigned I = 0; I != Value.getStructNumFields(); ++I)
      if (!isZero(Value.getStructField(I)))
        return false;
    for (unsigned I = 0; I != Value.getStructNumBases(); ++I)
      if (!isZero(Value.getStructBase(I)))
        return false;
    return Value.getStructNumFields() + Value.getStructNumBases() != 0;
  default:
    return false;
  }
}

std::optional<uint64_t> constantOf(const Expr &E, const ASTContext &Context) {
  Expr::EvalResult Result;
  if (E.isValueDependent() || !E.getType()->isIntegralOrEnumerationType() ||
      !E.EvaluateAsInt(Result, Context))
    return std::nullopt;
  return Result.Val.getInt().getZExtValue();
}

bool isZero(const Expr &E, const ASTContext &Context) {
  if (E.isValueDependent() || E.isTypeDependent())
    return false;
  const Expr *Value = E.IgnoreParens()->IgnoreImplicit();
  Expr::EvalResult Result;
  if (Value->isGLValue()) {
    const auto *Variable = namedVariable(Value);
    if (!Variable || !Variable->isUsableInConstantExpressions(Context))
      return false;
    const APValue *Known = Variable->evaluateValue();
    return Known && isZero(*Known);
  }
  return Value->EvaluateAsRValue(Result, Context) && !Result.HasSideEffects &&
         isZero(Result.Val);
}

} // namespace corolint
