#include "flow/SharedPlace.h"
#include "support/AstWalk.h"
#include "clang/AST/StmtCXX.h"
#include "llvm/ADT/SmallPtrSet.h"

using namespace clang;

namespace corolint {

using By = SharedPlace::By;

/// What `return member_;` gives, if that is all a member function does.
static const Expr *returnedMember(const CXXMethodDecl &Method) {
  const auto *Body = dyn_cast_or_null<CompoundStmt>(Method.getBody());
  const auto *Return = Body && Body->size() == 1
                           ? dyn_cast<ReturnStmt>(Body->body_front())
                           : nullptr;
  if (!Return || !Return->getRetValue() ||
      !Method.getReturnType()->isReferenceType())
    return nullptr;
  const auto *Member = dyn_cast<MemberExpr>(stripped(Return->getRetValue()));
  return Member && isa<CXXThisExpr>(stripped(Member->getBase())) ? Member
                                                                 : nullptr;
}

/// The member that the getter \p E returns, or null.
static const MemberExpr *throughGetter(const Expr &E) {
  const auto *Call = dyn_cast<CXXMemberCallExpr>(&E);
  const CXXMethodDecl *Method = Call ? Call->getMethodDecl() : nullptr;
  return Method && Call->getNumArgs() == 0 && !isOfStandardLibrary(*Method)
             ? dyn_cast_or_null<MemberExpr>(returnedMember(*Method))
             : nullptr;
}

bool isGetter(const CXXMemberCallExpr &Call) { return throughGetter(Call); }

/// What a local reference is another name for, or null.
static const Expr *aliased(const VarDecl &V) {
  return V.getType()->isReferenceType() && V.hasLocalStorage() &&
                 !isa<ParmVarDecl>(V)
             ? V.getInit()
             : nullptr;
}

const ValueDecl *calledPlace(const Expr &E) {
  const Expr *Node = stripped(&E);
  if (const auto *Member = dyn_cast<MemberExpr>(Node))
    return isa<FieldDecl, VarDecl>(Member->getMemberDecl())
               ? Member->getMemberDecl()
               : nullptr;
  if (const VarDecl *V = namedVariable(Node)) {
    if (const Expr *Init = aliased(*V))
      return calledPlace(*Init);
    return V->isStaticDataMember() || !V->hasLocalStorage() ||
                   isa<ParmVarDecl>(V)
               ? V
               : nullptr;
  }
  if (const MemberExpr *Member = throughGetter(*Node))
    return Member->getMemberDecl();
  return nullptr;
}

SourceLocation placeKey(const ValueDecl &D) { return D.getLocation(); }

namespace {

/// Finds how an expression reaches what it names; each local variable once.
class RootFinder {
public:
  std::optional<By> of(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (isa<CXXThisExpr>(Node))
      return By::This;
    if (const auto *Ref = dyn_cast<DeclRefExpr>(Node))
      return ofName(*Ref);
    if (const auto *Member = dyn_cast<MemberExpr>(Node)) {
      if (isa<VarDecl>(Member->getMemberDecl()))
        return By::Static;
      return Member->isArrow() ? behind(*Member->getBase())
                               : of(*Member->getBase());
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(Node)) {
      if (Unary->getOpcode() == UO_Deref)
        return behind(*Unary->getSubExpr());
      return Unary->getOpcode() == UO_AddrOf ? of(*Unary->getSubExpr())
                                             : std::nullopt;
    }
    if (const auto *Element = dyn_cast<ArraySubscriptExpr>(Node))
      return of(*Element->getBase());
    if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Node))
      return ofOperator(*Operator);
    if (const auto *Call = dyn_cast<CallExpr>(Node))
      return ofCall(*Call);
    return std::nullopt;
  }

private:
  std::optional<By> ofName(const DeclRefExpr &Ref) {
    if (const auto *Binding = dyn_cast<BindingDecl>(Ref.getDecl()))
      return Binding->getBinding() ? of(*Binding->getBinding()) : std::nullopt;
    const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
    if (!V || V->getTLSKind() != VarDecl::TLS_None)
      return std::nullopt;
    if (!V->hasLocalStorage())
      return By::Static;
    if (isa<ParmVarDecl>(V))
      return V->getType()->isLValueReferenceType()
                 ? std::optional(By::Parameter)
                 : std::nullopt;
    return V->getType()->isReferenceType() ? ofInit(*V) : std::nullopt;
  }

  /// What the pointer or handle \p E leads to.
  std::optional<By> behind(const Expr &E) {
    const Expr *Node = stripped(&E);
    if (const auto *Arrow = dyn_cast<CXXOperatorCallExpr>(Node);
        Arrow && Arrow->getOperator() == OO_Arrow)
      return behind(*Arrow->getArg(0));
    const VarDecl *V = namedVariable(Node);
    if (!V || !V->hasLocalStorage() || V->getType()->isReferenceType())
      return of(*Node);
    if (!leadsElsewhere(V->getType()))
      return std::nullopt;
    return isa<ParmVarDecl>(V) ? By::Pointer : ofInit(*V);
  }

  /// A handle that can be copied has other owners; one that cannot is alone.
  static bool leadsElsewhere(QualType T) {
    if (T->isPointerType())
      return true;
    const CXXRecordDecl *Record = recordOf(T);
    return Record && Record->hasDefinition() &&
           llvm::any_of(Record->ctors(), [](const CXXConstructorDecl *C) {
             return C->isCopyConstructor() && !C->isDeleted();
           });
  }

  std::optional<By> ofInit(const VarDecl &V) {
    if (!V.getInit() || !Seen.insert(&V).second)
      return std::nullopt;
    const Expr *Init = stripped(V.getInit());
    // A copy of a handle, or a pointer to a member.
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Init))
      Init = Construct->getNumArgs() == 1 ? stripped(Construct->getArg(0))
                                          : nullptr;
    if (!Init)
      return std::nullopt;
    std::optional<By> Found = of(*Init);
    if (!Found)
      Found = behind(*Init);
    if (Found == By::This && !V.getType()->isReferenceType() &&
        !V.getType()->isPointerType())
      Found = By::Pointer;
    return Found;
  }

  std::optional<By> ofOperator(const CXXOperatorCallExpr &Operator) {
    switch (Operator.getOperator()) {
    case OO_Arrow:
    case OO_Star:
      return behind(*Operator.getArg(0));
    case OO_Subscript:
      return of(*Operator.getArg(0));
    default:
      return std::nullopt;
    }
  }

  /// What a call gives belongs to what it was asked of. Of a free function that
  /// takes nothing: a registry.
  std::optional<By> ofCall(const CallExpr &Call) {
    const FunctionDecl *Callee = Call.getDirectCallee();
    if (!Callee)
      return std::nullopt;
    if (const auto *Member = dyn_cast<CXXMemberCallExpr>(&Call)) {
      const Expr &Object = *Member->getImplicitObjectArgument();
      return Object.getType()->isPointerType() ? behind(Object) : of(Object);
    }
    return Call.getNumArgs() == 0 &&
                   Callee->getReturnType()->isLValueReferenceType()
               ? std::optional(By::Static)
               : std::nullopt;
  }

  llvm::SmallPtrSet<const VarDecl *, 4> Seen;
};

} // namespace

std::optional<By> sharedRoot(const Expr &E) { return RootFinder().of(E); }

static std::string spokenPlace(const Expr &E) {
  const Expr *Node = stripped(&E);
  if (const MemberExpr *Through = throughGetter(*Node))
    return Through->getMemberDecl()->getNameAsString();
  if (const VarDecl *V = namedVariable(Node)) {
    const Expr *Init = aliased(*V);
    return Init && calledPlace(*Init) ? spokenPlace(*Init)
                                      : V->getNameAsString();
  }
  const auto *Member = dyn_cast<MemberExpr>(Node);
  if (!Member)
    return "";
  const std::string Name = Member->getMemberDecl()->getNameAsString();
  const Expr *Base = stripped(Member->getBase());
  bool Arrow = Member->isArrow();
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Base);
      Operator && Operator->getOperator() == OO_Arrow) {
    Base = stripped(Operator->getArg(0));
    Arrow = true;
  }
  const std::string Whole =
      isa<VarDecl>(Member->getMemberDecl()) ? "" : spokenPlace(*Base);
  return Whole.empty() ? Name : Whole + (Arrow ? "->" : ".") + Name;
}

std::optional<SharedPlace> sharedPlace(const Expr &E) {
  const ValueDecl *What = calledPlace(E);
  if (!What)
    return std::nullopt;
  std::optional<By> Root = sharedRoot(E);
  if (!Root)
    return std::nullopt;
  SharedPlace Found;
  Found.Root = *Root;
  Found.What = What;
  Found.Type = stripped(&E)->getType().getNonReferenceType();
  Found.Spoken = spokenPlace(E);
  return Found;
}

} // namespace corolint
