// The path by which an expression reaches an object: a variable or `this`,
// then members and dereferences. Two equal paths name the same object unless
// a pointer on the way was changed in between.

#ifndef COROLINT_FLOW_ACCESSPATH_H
#define COROLINT_FLOW_ACCESSPATH_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/SmallVector.h"
#include <optional>
#include <string>

namespace corolint {

struct AccessPath {
  llvm::SmallVector<const clang::Decl *, 4> Steps; ///< null stands for `this`
  std::string Spoken;                              ///< "Session->Mutex"
  bool Pointer = false; ///< what Spoken names is a pointer to the object

  bool operator==(const AccessPath &Other) const {
    return Steps == Other.Steps;
  }

  /// True if this path leads through \p Other.
  bool startsWith(const AccessPath &Other) const {
    return Steps.size() >= Other.Steps.size() &&
           std::equal(Other.Steps.begin(), Other.Steps.end(), Steps.begin());
  }
};

/// The path of \p E; the address of an object counts as the object. Nothing
/// for what is computed (subscripts, calls).
std::optional<AccessPath> accessPath(const clang::Expr &E);

} // namespace corolint

#endif
