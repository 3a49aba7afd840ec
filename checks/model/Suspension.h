// The points at which a coroutine may be suspended, as written: co_await and
// co_yield, resolved or (in a template pattern) dependent.

#ifndef COROLINT_MODEL_SUSPENSION_H
#define COROLINT_MODEL_SUSPENSION_H

#include "model/Known.h"
#include "clang/AST/ExprCXX.h"
#include <optional>

namespace corolint {

struct Suspension {
  const clang::Expr *Node;
  clang::SourceLocation Where; ///< of the keyword
  bool Yields = false;         ///< co_yield
  bool NeverSuspends = false;  ///< what is awaited is always ready
};

/// \p S as a suspension, or nothing if it is none.
std::optional<Suspension> asSuspension(const clang::Stmt &S, Known &Facts);

} // namespace corolint

#endif
