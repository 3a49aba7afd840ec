#include "rules/lifetime/KeptAlive.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclTemplate.h"

using namespace clang;

namespace corolint {

bool isSharedByItself(const CXXRecordDecl &Record, Known &Facts) {
  return Record.hasDefinition() &&
         Facts.firstType(
             Record, [](const TypeFact &Fact) { return Fact.SharesItself; });
}

/// The class that \p T, a smart pointer or another template, is about.
static const CXXRecordDecl *pointee(QualType T) {
  const QualType First = firstTypeArgument(recordOf(T));
  return First.isNull() ? nullptr : recordOf(First);
}

/// \p Pointer as far as it can be read: a specialisation that nobody used has
/// no members of its own yet.
static const CXXRecordDecl &readable(const CXXRecordDecl &Pointer) {
  const auto *Special = dyn_cast<ClassTemplateSpecializationDecl>(&Pointer);
  return Special && !Special->hasDefinition()
             ? *Special->getSpecializedTemplate()->getTemplatedDecl()
             : Pointer;
}

static bool isRelated(const CXXRecordDecl &A, const CXXRecordDecl &B) {
  if (A.getCanonicalDecl() == B.getCanonicalDecl())
    return true;
  return (A.hasDefinition() && A.isDerivedFrom(&B)) ||
         (B.hasDefinition() && B.isDerivedFrom(&A));
}

bool isStrong(QualType T, const CXXRecordDecl &Record) {
  const CXXRecordDecl *Pointer = recordOf(T);
  const CXXRecordDecl *Of = pointee(T);
  return Of && isRelated(*Of, Record) && hasArrow(readable(*Pointer));
}

bool isWeak(QualType T, const CXXRecordDecl &Record) {
  const CXXRecordDecl *Pointer = recordOf(T);
  const CXXRecordDecl *Of = pointee(T);
  if (!Of || !isRelated(*Of, Record))
    return false;
  return llvm::any_of(llvm::ArrayRef({"lock", "get"}), [&](StringRef Name) {
    const CXXMethodDecl *Ask = findMethod(readable(*Pointer), Name);
    if (!Ask)
      return false;
    // What nobody has called yet may not be known: `auto get() const`.
    return Ask->getReturnType()->isUndeducedType()
               ? Pointer->getName().contains("weak")
               : isStrong(Ask->getReturnType(), Record);
  });
}

bool mentionsStrong(const Stmt &S, const CXXRecordDecl &Record) {
  bool Found = false;
  walkEvaluated(&S, [&](const Stmt *Part) {
    if (const auto *E = dyn_cast<Expr>(Part))
      Found |= isStrong(E->getType(), Record);
    // By copy only: a reference to a pointer keeps nothing.
    if (const auto *Lambda = dyn_cast<LambdaExpr>(Part))
      for (const LambdaCapture &Capture : Lambda->captures())
        Found |= Capture.capturesVariable() &&
                 Capture.getCaptureKind() == LCK_ByCopy &&
                 isStrong(Capture.getCapturedVar()->getType(), Record);
    return !Found;
  });
  return Found;
}

} // namespace corolint
