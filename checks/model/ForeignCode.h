// Which code is not the user's: no check reports on it or reads the bodies of
// its functions, so a host need not parse them.

#ifndef COROLINT_MODEL_FOREIGNCODE_H
#define COROLINT_MODEL_FOREIGNCODE_H

#include "knowledge/KnowledgeBase.h"
#include "clang/AST/DeclBase.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"

namespace corolint {

/// Of one translation unit; not thread-safe.
class ForeignCode {
public:
  /// Both must outlive it.
  ForeignCode(const clang::SourceManager &Sources, const KnowledgeBase &Base)
      : Sources(Sources), Base(Base) {}

  /// True if \p D stands in a system header, or in any other header inside of
  /// a namespace that knowledge files speak for: a library means the same to
  /// the checks however the compiler was told where it is. What a macro gives
  /// stands where the macro is used.
  bool contains(const clang::Decl &D);

private:
  bool isInSystemHeader(clang::SourceLocation Where);
  bool isOfKnownLibrary(const clang::Decl &D);

  const clang::SourceManager &Sources;
  const KnowledgeBase &Base;
  llvm::DenseMap<clang::FileID, bool> IsSystem;
  llvm::DenseMap<const clang::DeclContext *, bool> IsLibrary;
};

} // namespace corolint

#endif
