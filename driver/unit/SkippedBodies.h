// Which function bodies need not be parsed: those in system headers, which no
// check reads. Most of the time that a parse takes goes there, above all into
// what templates in them instantiate.

#ifndef COROLINT_DRIVER_UNIT_SKIPPEDBODIES_H
#define COROLINT_DRIVER_UNIT_SKIPPEDBODIES_H

#include "knowledge/KnowledgeBase.h"
#include "clang/AST/Decl.h"
#include "clang/Basic/SourceManager.h"
#include "llvm/ADT/DenseMap.h"

namespace corolint {

/// Of one translation unit.
class SkippedBodies {
public:
  /// Both must outlive it.
  SkippedBodies(const clang::SourceManager &Sources, const KnowledgeBase &Base)
      : Sources(Sources), Base(Base) {}

  bool canSkip(const clang::Decl &D);

private:
  bool isInSystemHeader(const clang::Decl &D);
  bool completesTypes(const clang::FunctionDecl &F) const;

  const clang::SourceManager &Sources;
  const KnowledgeBase &Base;
  llvm::DenseMap<clang::FileID, bool> IsSystem;
};

} // namespace corolint

#endif
