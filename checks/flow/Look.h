// What a reference, pointer, iterator or view looks into: a container, or the
// box that owns one object, which others can reach and change.

#ifndef COROLINT_FLOW_LOOK_H
#define COROLINT_FLOW_LOOK_H

#include "flow/SharedPlace.h"
#include "model/ContainerShape.h"
#include "llvm/ADT/SmallVector.h"

namespace corolint {

struct Look {
  SharedPlace Of;
  ContainerShape Shape = ContainerShape::Contiguous;
  LooksBy How = LooksBy::Reference;
  /// What the container is a part of: where such a member is replaced, the
  /// container is, too.
  llvm::SmallVector<const clang::ValueDecl *, 2> Wholes;
};

/// What a variable of type \p T that is made from \p Init looks into. Nothing
/// for copies, and for what is not known.
std::optional<Look> lookOf(clang::QualType T, const clang::Expr &Init);

/// What a loop over \p Range looks into.
std::optional<Look> lookOfLoop(const clang::Expr &Range);

} // namespace corolint

#endif
