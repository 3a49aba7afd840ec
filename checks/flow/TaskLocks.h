// Locks of async mutexes that a coroutine takes by co_await, and which of them
// it holds already at that point.

#ifndef COROLINT_FLOW_TASKLOCKS_H
#define COROLINT_FLOW_TASKLOCKS_H

#include "flow/AccessPath.h"
#include "model/AsyncModel.h"
#include <vector>

namespace corolint {

/// `co_await mutex.lock()`, or what gives a guard.
struct AwaitedLock {
  AccessPath Mutex;
  clang::SourceLocation Where;
  /// It is kept beyond its statement: by hand, or by this guard.
  bool Kept = false;
  const clang::VarDecl *Guard = nullptr;
};

/// Another lock, or a call, while a lock is held on every path that leads
/// there.
struct WhileLocked {
  AwaitedLock Held;
  std::optional<AwaitedLock> Next;   ///< the lock that is awaited there
  const clang::Expr *Call = nullptr; ///< otherwise the call
};

/// Exclusive locks of mutexes that are no recursive ones, in source order.
std::vector<AwaitedLock> awaitedLocks(const clang::FunctionDecl &F,
                                      AsyncModel &Model);

/// What the coroutine \p F does while it holds such locks.
std::vector<WhileLocked> findWhileLocked(const clang::FunctionDecl &F,
                                         AsyncModel &Model);

} // namespace corolint

#endif
