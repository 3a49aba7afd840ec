// Whether a lock, a semaphore's permit or their like keeps others out while a
// coroutine is suspended at a given point.

#ifndef COROLINT_FLOW_KEEPSOTHERSOUT_H
#define COROLINT_FLOW_KEEPSOTHERSOUT_H

#include "model/AsyncModel.h"

namespace corolint {

/// Each is the member of `*this` that is locked, or null if that is not known.
using HeldLocks = llvm::SmallVector<const clang::ValueDecl *, 1>;

/// The locks that \p F may hold at \p Where: a guard or a permit lives there in
/// a variable, a mutex was locked by hand before, or \p F is a lambda that runs
/// under a lock.
HeldLocks heldLocks(const clang::FunctionDecl &F, clang::SourceLocation Where,
                    AsyncModel &Model);

/// True if \p F may hold any lock at \p Where.
inline bool mayHoldLock(const clang::FunctionDecl &F,
                        clang::SourceLocation Where, AsyncModel &Model) {
  return !heldLocks(F, Where, Model).empty();
}

} // namespace corolint

#endif
