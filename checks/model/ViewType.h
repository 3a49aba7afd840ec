// Types whose values refer into an object that somebody else owns: pointers,
// iterators, string_view, span, reference_wrapper and their like.

#ifndef COROLINT_MODEL_VIEWTYPE_H
#define COROLINT_MODEL_VIEWTYPE_H

#include "clang/AST/Type.h"
#include <optional>

namespace corolint {

enum class ViewKind {
  Pointer,
  Iterator,
  Wrapper, ///< stands for one object, as std::reference_wrapper does
  View,    ///< of a range, or of characters
};

/// What \p T is by its shape, if values of it own nothing: a pointer to an
/// object, or a trivially copyable class that keeps a pointer and can be looked
/// through. Nothing for any other type, and for incomplete and dependent ones.
std::optional<ViewKind> viewKind(clang::QualType T);

} // namespace corolint

#endif
