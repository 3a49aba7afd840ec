// What one call, or the constructor of a guard, does to a lock: as facts,
// attributes of Clang's thread safety analysis, or the names of the Lockable
// requirements tell.

#ifndef COROLINT_FLOW_LOCKOPERATIONS_H
#define COROLINT_FLOW_LOCKOPERATIONS_H

#include "model/AsyncModel.h"
#include "llvm/ADT/SmallVector.h"

namespace corolint {

enum class LockEffect {
  Acquire,
  Try,    ///< whether it worked is not known
  TryNow, ///< whether it worked is the value of the expression
  Release,
  TakeOver, ///< takes the lock of another object
};

struct LockOperation {
  LockEffect What;
  const clang::Expr *On;  ///< the mutex or guard
  std::string Evidence{}; ///< empty if it follows from the type
};

/// What \p Site does to mutexes and guards. \p OnGuard: its object is known to
/// be a guard of a thread-bound lock.
llvm::SmallVector<LockOperation, 2>
lockOperations(const CallSite &Site, bool OnGuard, AsyncModel &Model);

/// True if an object of type \p T guards a lock of a thread.
bool isThreadGuard(clang::QualType T, AsyncModel &Model);

/// True if an object of type \p T, or what it points to, is a lock of a thread
/// or the guard of one.
bool isThreadLock(clang::QualType T, AsyncModel &Model);

/// What a constructor of a guard does that has no standard guard's meaning.
LockEffect constructedGuard(const clang::CXXConstructExpr &Construct,
                            AsyncModel &Model);

} // namespace corolint

#endif
