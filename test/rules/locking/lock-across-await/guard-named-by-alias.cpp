// RUN: %check_rule %s coro-lock-across-await
// A guard is what its type is, not what it is called.

#include "lazy.h"
#include <mutex>
#include <shared_mutex>

lib::task<void> flush();

class journal {
  using guard = std::lock_guard<std::recursive_mutex>;
  using read_guard = std::shared_lock<std::shared_mutex>;

public:
  lib::task<void> append(int entry);
  lib::task<int> last();

private:
  std::recursive_mutex mutex_;
  std::shared_mutex entries_mutex_;
  int last_ = 0;
};

// Found: the alias names a lock_guard.
lib::task<void> journal::append(int entry) {
  guard keep(mutex_);
  // CHECK: :[[@LINE-1]]:9: warning: 'keep' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'keep' is held
  // CHECK: :[[@LINE-3]]:9: note: close the scope of 'keep' before the suspension, or use a mutex whose lock is awaited
  last_ = entry;
  co_await flush();
}

// Found: a reader's lock belongs to its thread as well.
lib::task<int> journal::last() {
  read_guard keep(entries_mutex_);
  // CHECK: :[[@LINE-1]]:14: warning: 'keep' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'keep' is held
  // CHECK: :[[@LINE-3]]:14: note: unlock 'keep' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await flush();
  co_return last_;
}
