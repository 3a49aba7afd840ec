// Loops, whatever their keyword.

#ifndef COROLINT_SUPPORT_LOOPS_H
#define COROLINT_SUPPORT_LOOPS_H

#include "clang/AST/Expr.h"
#include <optional>

namespace corolint {

struct Loop {
  const clang::Expr *Condition = nullptr; ///< null: there is none
  const clang::Stmt *Body = nullptr;
  const clang::Expr *Step = nullptr;
};

/// \p S as a while, do or for loop, or nothing.
std::optional<Loop> asLoop(const clang::Stmt &S);

/// True if \p L has no condition, or one that always holds.
bool isEndless(const Loop &L, const clang::ASTContext &Context);

/// True if something in \p Body, the body of a loop, may leave that loop.
bool mayLeave(const clang::Stmt &Body);

} // namespace corolint

#endif
