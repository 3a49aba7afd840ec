// Which functions belong to unit tests. By knowledge: macros that define tests.

#ifndef COROLINT_MODEL_UNITTESTS_H
#define COROLINT_MODEL_UNITTESTS_H

#include "model/Known.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseSet.h"

namespace corolint {

/// True if \p Where stands inside of a macro of which a fact says \p Aspect.
bool standsInMacro(clang::SourceLocation Where, bool FunctionFact::*Aspect,
                   const clang::ASTContext &Context, const Known &Facts);

/// The unit tests of one translation unit.
class UnitTests {
public:
  /// \p Functions: every body that may be asked about.
  UnitTests(llvm::ArrayRef<const clang::FunctionDecl *> Functions,
            const clang::ASTContext &Context, Known &Facts);

  /// True if \p F is a test, stands in one, belongs to a fixture, or is in the
  /// file of a test and declared in no other: what a header declares is what is
  /// tested.
  bool contains(const clang::FunctionDecl &F);

private:
  clang::FileID fileOf(const clang::Decl &D) const;

  const clang::ASTContext &Context;
  Known &Facts;
  llvm::DenseSet<clang::FileID> Files;
};

} // namespace corolint

#endif
