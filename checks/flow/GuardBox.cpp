#include "flow/GuardBox.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

static bool hasDereference(const CXXRecordDecl &Box) {
  bool Found = false;
  forSelfAndBases(Box, [&](const CXXRecordDecl &Record) {
    for (const CXXMethodDecl *Method : Record.methods())
      Found |= Method->getOverloadedOperator() == OO_Star ||
               Method->getOverloadedOperator() == OO_Arrow;
    return !Found;
  });
  return Found;
}

QualType guardInBox(QualType T, AsyncModel &Model) {
  const auto *Box =
      dyn_cast_or_null<ClassTemplateSpecializationDecl>(recordOf(T));
  if (!Box || T->isReferenceType() || Box->getTemplateArgs().size() == 0)
    return {};
  const TemplateArgument &First = Box->getTemplateArgs()[0];
  return First.getKind() == TemplateArgument::Type &&
                 isThreadGuard(First.getAsType(), Model) &&
                 findMethod(*Box, "reset") && hasDereference(*Box)
             ? First.getAsType()
             : QualType();
}

const Expr *unboxed(const Expr *E, AsyncModel &Model) {
  const Expr *Box = nullptr;
  const Expr *Opening = stripped(E);
  if (const auto *Operator = dyn_cast<CXXOperatorCallExpr>(Opening);
      Operator && Operator->getNumArgs() == 1 &&
      (Operator->getOperator() == OO_Star ||
       Operator->getOperator() == OO_Arrow)) {
    Box = Operator->getArg(0);
  } else if (const auto *Member = dyn_cast<CXXMemberCallExpr>(Opening);
             Member && Member->getMethodDecl() &&
             Member->getMethodDecl()->getIdentifier() &&
             Member->getMethodDecl()->getName() == "value") {
    Box = Member->getImplicitObjectArgument();
  }
  return Box && !guardInBox(stripped(Box)->getType(), Model).isNull() ? Box : E;
}

/// The arguments from which a guard is made, or a guard that is moved.
static Filling madeFrom(ArrayRef<const Expr *> Arguments, AsyncModel &Model) {
  Filling Result;
  for (const Expr *Argument : Arguments) {
    const Expr *E = stripped(Argument);
    switch (guardTag(E->getType().getNonReferenceType(), Model.facts())) {
    case GuardTag::Defer:
      return {};
    case GuardTag::Try:
      return {LockEffect::Try, nullptr};
    case GuardTag::Adopt:
    case GuardTag::None:
      break;
    }
    if (isThreadGuard(E->getType(), Model) && E->isLValue())
      return {LockEffect::TakeOver, E};
    if (isThreadLock(E->getType(), Model))
      Result.What = LockEffect::Acquire;
  }
  return Result;
}

Filling fillingOf(const Expr &Init, AsyncModel &Model) {
  const Expr *E = stripped(&Init);
  if (const auto *New = dyn_cast<CXXNewExpr>(E))
    return New->getConstructExpr() ? fillingOf(*New->getConstructExpr(), Model)
                                   : Filling();
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E)) {
    // A box made from a box, or around a guard that is made on the spot.
    if (Construct->getNumArgs() == 1)
      if (const Expr *Only = stripped(Construct->getArg(0));
          isa<CXXConstructExpr, CXXNewExpr, CallExpr>(Only) &&
          !isThreadLock(Only->getType(), Model))
        return fillingOf(*Only, Model);
    if (Construct->getNumArgs() == 1 && Construct->getArg(0)->isPRValue() &&
        isThreadGuard(Construct->getArg(0)->getType(), Model))
      return fillingOf(*Construct->getArg(0), Model);
    return madeFrom(SmallVector<const Expr *, 4>(Construct->arguments()),
                    Model);
  }
  if (const auto *Call = dyn_cast<CallExpr>(E)) {
    // std::make_unique and std::make_optional pass their arguments on; what
    // another function returns may be empty.
    const FunctionDecl *Callee = Call->getDirectCallee();
    if (Callee && Callee->isInStdNamespace())
      return madeFrom(SmallVector<const Expr *, 4>(Call->arguments()), Model);
    return {LockEffect::Try, nullptr};
  }
  return {};
}

std::optional<Filling> boxOperation(const CallSite &Site, AsyncModel &Model) {
  const IdentifierInfo *Name = Site.Callee->getIdentifier();
  if (!Name || !Site.Object ||
      guardInBox(stripped(Site.Object)->getType(), Model).isNull())
    return std::nullopt;
  if (Name->getName() == "emplace")
    return madeFrom(Site.Arguments, Model);
  if (Name->getName() == "reset")
    return Site.Arguments.empty() ? Filling()
                                  : fillingOf(*Site.Arguments[0], Model);
  return std::nullopt;
}

} // namespace corolint
