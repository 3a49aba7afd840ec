// RUN: %check_rule %s coro-lock-across-await
// A home-made guard: the constructor locks, the destructor unlocks.

#include "lazy.h"
#include <mutex>

lib::task<void> report(int errors);

class [[nodiscard]] auto_lock {
public:
  explicit auto_lock(std::mutex &mutex) : mutex_(mutex) { mutex_.lock(); }
  auto_lock(const auto_lock &) = delete;
  ~auto_lock() { mutex_.unlock(); }

private:
  std::mutex &mutex_;
};

std::mutex errors_mutex;
int errors;

// Found: as bad as a lock_guard.
lib::task<void> report_errors() {
  auto_lock lock(errors_mutex);
  // CHECK: :[[@LINE-1]]:13: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:13: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await report(errors);
}

// Not found: its scope is closed.
lib::task<void> report_and_reset() {
  int seen;
  {
    auto_lock lock(errors_mutex);
    seen = std::exchange(errors, 0);
  }
  co_await report(seen);
}
