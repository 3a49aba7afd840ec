// How a container keeps its elements, and what a change of it does to those
// who look into it. By the shapes and names of the standard's container
// requirements; a container that fits none of them is unknown.

#ifndef COROLINT_MODEL_CONTAINERSHAPE_H
#define COROLINT_MODEL_CONTAINERSHAPE_H

#include "clang/AST/ExprCXX.h"
#include <optional>

namespace corolint {

enum class ContainerShape {
  Contiguous, ///< vector, string, B-tree: all elements move together
  Pieces,     ///< deque: elements stay when some are added at the ends
  Hashed,     ///< elements stay, iterators do not survive an insertion
  Nodes,      ///< list, map, set: only a removed element is lost
  Box,        ///< unique_ptr, shared_ptr, optional: one object or none
};

/// The shape of \p T (references and cv aside); of a class that is not the
/// standard library's only what cannot be anything else.
std::optional<ContainerShape> containerShape(clang::QualType T);

/// What happens to the elements.
enum class ContainerChange {
  Adds,
  Removes,  ///< one or some
  Replaces, ///< all: assignment, clear, swap, a move out of it
};

/// How somebody looks into a container.
enum class LooksBy {
  Iterator,  ///< also a loop over it, and a view of it
  Reference, ///< reference or pointer to an element
  Pointee,   ///< reference or pointer to what an element owns
};

/// What a call of the member function \p Name of a container does, or nothing
/// if the elements stay.
std::optional<ContainerChange> containerChange(llvm::StringRef Name);

/// True if \p Change of a container leaves \p Looker with something that may
/// be gone.
bool makesStale(ContainerShape Shape, ContainerChange Change, LooksBy Looker);

} // namespace corolint

#endif
