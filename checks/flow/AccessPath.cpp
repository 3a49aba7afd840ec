#include "flow/AccessPath.h"
#include "support/AstWalk.h"
#include "clang/AST/ExprCXX.h"

using namespace clang;

namespace corolint {

/// What a local reference, or a pointer to one object, is another name for.
static const Expr *namedByAlias(const DeclRefExpr &Ref) {
  const auto *V = dyn_cast<VarDecl>(Ref.getDecl());
  if (!V || !V->hasLocalStorage() || isa<ParmVarDecl>(V) || !V->getInit() ||
      V->isCXXForRangeDecl())
    return nullptr;
  if (V->getType()->isReferenceType())
    return V->getInit();
  const auto *Address = dyn_cast<UnaryOperator>(stripped(V->getInit()));
  return V->getType()->isPointerType() && Address &&
                 Address->getOpcode() == UO_AddrOf && !isChanged(*V)
             ? Address
             : nullptr;
}

std::optional<AccessPath> accessPath(const Expr &E) {
  const Expr *Node = stripped(&E);
  if (isa<CXXThisExpr>(Node))
    return AccessPath{{nullptr}, "this"};
  if (const auto *Ref = dyn_cast<DeclRefExpr>(Node)) {
    if (!isa<VarDecl, BindingDecl>(Ref->getDecl()))
      return std::nullopt;
    if (const Expr *Named = namedByAlias(*Ref))
      if (std::optional<AccessPath> Path = accessPath(*Named))
        return Path;
    return AccessPath{{Ref->getDecl()->getCanonicalDecl()},
                      Ref->getDecl()->getNameAsString(),
                      Ref->getType()->isPointerType()};
  }
  if (const auto *Member = dyn_cast<MemberExpr>(Node)) {
    const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
    const auto *Static = dyn_cast<VarDecl>(Member->getMemberDecl());
    if (Static)
      return AccessPath{{Static->getCanonicalDecl()},
                        Static->getNameAsString()};
    if (!Field)
      return std::nullopt;
    std::optional<AccessPath> Path = accessPath(*Member->getBase());
    if (!Path)
      return std::nullopt;
    if (Path->Spoken == "this")
      Path->Spoken.clear();
    else
      Path->Spoken += Path->Pointer ? "->" : ".";
    Path->Spoken += Field->getNameAsString();
    Path->Pointer = Field->getType()->isPointerType();
    Path->Steps.push_back(Field->getCanonicalDecl());
    return Path;
  }
  if (const auto *Operator = dyn_cast<UnaryOperator>(Node);
      Operator &&
      (Operator->getOpcode() == UO_Deref || Operator->getOpcode() == UO_AddrOf))
    return accessPath(*Operator->getSubExpr());
  // Smart pointers: p->m and (*p).m.
  if (const auto *Call = dyn_cast<CXXOperatorCallExpr>(Node);
      Call && Call->getNumArgs() == 1 &&
      (Call->getOperator() == OO_Arrow || Call->getOperator() == OO_Star)) {
    std::optional<AccessPath> Path = accessPath(*Call->getArg(0));
    if (Path)
      Path->Pointer = true;
    return Path;
  }
  return std::nullopt;
}

} // namespace corolint
