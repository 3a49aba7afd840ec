// The expressions of a body whose value nobody uses.

#ifndef COROLINT_FLOW_DISCARDED_H
#define COROLINT_FLOW_DISCARDED_H

#include "clang/AST/Expr.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace corolint {

/// How the value is thrown away.
enum class DiscardedBy {
  Statement, ///< an expression statement, a comma, a for-increment
  VoidCast,  ///< (void)f(), static_cast<void>(f()): on purpose, as written
  Ignore,    ///< std::ignore = f()
};

/// Calls \p Visit for each discarded value in \p Body, in source order:
/// statements, left sides of commas, both arms of `?:`, casts to void,
/// assignments to std::ignore. The expression passed is the one that makes the
/// value. Bodies of nested lambdas are functions of their own.
void forEachDiscarded(
    const clang::Stmt &Body,
    llvm::function_ref<void(const clang::Expr &, DiscardedBy)> Visit);

} // namespace corolint

#endif
