// Which function bodies need not be parsed: those of foreign code, which no
// check reads. Most of the time that a parse takes goes there, above all into
// what templates in them instantiate.

#ifndef COROLINT_DRIVER_UNIT_SKIPPEDBODIES_H
#define COROLINT_DRIVER_UNIT_SKIPPEDBODIES_H

#include "model/ForeignCode.h"
#include "clang/AST/Decl.h"

namespace corolint {

/// Of one translation unit.
class SkippedBodies {
public:
  /// Both must outlive it.
  SkippedBodies(const clang::SourceManager &Sources, const KnowledgeBase &Base)
      : Foreign(Sources, Base), Base(Base) {}

  bool canSkip(const clang::Decl &D);

private:
  bool completesTypes(const clang::FunctionDecl &F) const;

  ForeignCode Foreign;
  const KnowledgeBase &Base;
};

} // namespace corolint

#endif
