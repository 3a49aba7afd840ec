// What each expression of a body is evaluated for.

#ifndef COROLINT_SUPPORT_PARENTS_H
#define COROLINT_SUPPORT_PARENTS_H

#include "clang/AST/Stmt.h"
#include "llvm/ADT/DenseMap.h"

namespace corolint {

/// The way up from what walkEvaluated() visits in one body.
class Parents {
public:
  /// \p Body may be null: then nothing has a parent.
  explicit Parents(const clang::Stmt *Body);

  /// What \p S is a part of; null for the body itself and what is not in it.
  const clang::Stmt *of(const clang::Stmt &S) const { return Up.lookup(&S); }

  /// What uses the value of \p S: the first of its parents that is neither a
  /// parenthesis nor an implicit cast; null if there is none.
  const clang::Stmt *userOf(const clang::Stmt &S) const;

private:
  void add(const clang::Stmt &S);

  llvm::DenseMap<const clang::Stmt *, const clang::Stmt *> Up;
};

} // namespace corolint

#endif
