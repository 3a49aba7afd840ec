// RUN: %check_rule %s coro-blocking-call
// Abseil used without waiting for other threads.

#include "lazy.h"

namespace absl {
inline namespace lts_20240722 {

class Condition {
public:
  explicit Condition(const bool *holds);
};

class __attribute__((lockable)) Mutex {
public:
  void Unlock() __attribute__((unlock_function()));
  bool TryLock() __attribute__((exclusive_trylock_function(true)));
};

class __attribute__((scoped_lockable)) MutexLock {
public:
  explicit MutexLock(Mutex *mutex)
      __attribute__((exclusive_lock_function(mutex)));
  MutexLock(Mutex *mutex, const Condition &condition)
      __attribute__((exclusive_lock_function(mutex)));
  ~MutexLock() __attribute__((unlock_function()));
};

class CondVar {
public:
  void SignalAll();
};

class Notification {
public:
  bool HasBeenNotified() const;
  void WaitForNotification() const;
  void Notify();
};

class BlockingCounter {
public:
  bool DecrementCount();
};

} // namespace lts_20240722
} // namespace absl

absl::Mutex totals_mutex;
absl::CondVar totals_changed;
int total = 0;

// Not found: these only look, tell, or lock for a moment.
lib::task<bool> add(absl::Notification &done, absl::BlockingCounter &workers) {
  {
    absl::MutexLock lock(&totals_mutex);
    ++total;
  }
  if (totals_mutex.TryLock())
    totals_mutex.Unlock();
  totals_changed.SignalAll();
  done.Notify();
  workers.DecrementCount();
  co_return done.HasBeenNotified();
}

// Not found: no coroutine.
void wait_on_main_thread(const absl::Notification &done) {
  done.WaitForNotification();
}
// CHECK-NONE
