// Whether a lock, a semaphore's permit or their like keeps others out while a
// coroutine is suspended at a given point.

#ifndef COROLINT_FLOW_KEEPSOTHERSOUT_H
#define COROLINT_FLOW_KEEPSOTHERSOUT_H

#include "model/AsyncModel.h"

namespace corolint {

/// True if \p F may hold a lock at \p Where: a guard or a permit lives there in
/// a variable, a mutex was locked by hand before, or \p F is a lambda that runs
/// under a lock.
bool mayHoldLock(const clang::FunctionDecl &F, clang::SourceLocation Where,
                 AsyncModel &Model);

} // namespace corolint

#endif
