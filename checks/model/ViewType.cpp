#include "model/ViewType.h"
#include "support/AstWalk.h"
#include "clang/AST/DeclCXX.h"

using namespace clang;

namespace corolint {

/// True if a field of \p Record, of a base or of a member is a pointer. Views
/// are shallow: iterators of adaptors nest three or four classes.
static bool keepsPointer(const CXXRecordDecl &Record, unsigned Depth) {
  if (Depth == 0)
    return false;
  return !forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    for (const FieldDecl *Field : R.fields()) {
      if (Field->getType()->isPointerType() ||
          Field->getType()->isReferenceType())
        return false;
      const CXXRecordDecl *Part = recordOf(Field->getType());
      if (Part && Part->hasDefinition() && keepsPointer(*Part, Depth - 1))
        return false;
    }
    return true;
  });
}

/// True if values of \p Record go from element to element: the standard's
/// deque has iterators with a copy constructor of their own.
static bool goesOn(const CXXRecordDecl &Record) {
  return llvm::any_of(Record.methods(), [](const CXXMethodDecl *M) {
    return M->getOverloadedOperator() == OO_PlusPlus;
  });
}

/// How values of \p Record are looked through.
static std::optional<ViewKind> lookedThrough(const CXXRecordDecl &Record) {
  std::optional<ViewKind> Found;
  forSelfAndBases(Record, [&](const CXXRecordDecl &R) {
    for (const Decl *Member : R.decls()) {
      const FunctionDecl *F = Member->getAsFunction();
      if (!F)
        continue;
      if (F->getOverloadedOperator() == OO_Star)
        Found = ViewKind::Iterator;
      else if (const auto *To = dyn_cast<CXXConversionDecl>(F);
               To && To->getConversionType()->isReferenceType() && !Found)
        Found = ViewKind::Wrapper;
      else if (F->getIdentifier() &&
               (F->getName() == "begin" || F->getName() == "data") && !Found)
        Found = ViewKind::View;
    }
    return Found != ViewKind::Iterator;
  });
  return Found;
}

std::optional<ViewKind> viewKind(QualType T) {
  T = T.getNonReferenceType();
  if (T->isDependentType())
    return std::nullopt;
  if (T->isPointerType())
    return T->getPointeeType()->isFunctionType()
               ? std::nullopt
               : std::optional<ViewKind>(ViewKind::Pointer);
  const CXXRecordDecl *Record = recordOf(T);
  if (!Record || !Record->hasDefinition() || Record->isLambda() ||
      !Record->hasTrivialDestructor() ||
      !(Record->hasTrivialCopyConstructor() ||
        Record->hasSimpleCopyConstructor() || goesOn(*Record)))
    return std::nullopt;
  return keepsPointer(*Record, 4) ? lookedThrough(*Record) : std::nullopt;
}

} // namespace corolint
