// RUN: %check_rule %s coro-blocking-call
// Abseil: what waits for other threads. Locking a mutex is kind 'lock'.

#include "lazy.h"

namespace absl {
inline namespace lts_20240722 {

class Duration {
  long rep_hi_ = 0;
  unsigned rep_lo_ = 0;
};
Duration Seconds(int n);
void SleepFor(Duration time);

class Condition {
public:
  explicit Condition(const bool *holds);
};

class __attribute__((lockable)) Mutex {
public:
  void Lock() __attribute__((exclusive_lock_function()));
  void Unlock() __attribute__((unlock_function()));
  void Await(const Condition &condition);
  void LockWhen(const Condition &condition)
      __attribute__((exclusive_lock_function()));
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
  void Wait(Mutex *mutex);
};

class Notification {
public:
  void WaitForNotification() const;
};

class BlockingCounter {
public:
  void Wait();
};

} // namespace lts_20240722
} // namespace absl

absl::Mutex totals_mutex;
absl::CondVar totals_changed;
int total = 0;
bool closed = false;

// Found three times.
lib::task<> after(const absl::Notification &started,
                  absl::BlockingCounter &workers) {
  absl::SleepFor(absl::Seconds(1));
  // CHECK: :[[@LINE-1]]:9: warning: 'SleepFor' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'SleepFor' puts the whole thread to sleep
  // CHECK: :[[@LINE-5]]:13: note: 'after' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: co_await a timer of your coroutine library
  started.WaitForNotification();
  // CHECK: :[[@LINE-1]]:11: warning: 'WaitForNotification' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'WaitForNotification' waits for another thread to notify
  // CHECK: :[[@LINE-10]]:13: note: 'after' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: co_await an event of your coroutine library
  workers.Wait();
  // CHECK: :[[@LINE-1]]:11: warning: 'Wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:11: note: 'Wait' waits for other threads to arrive
  // CHECK: :[[@LINE-15]]:13: note: 'after' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: co_await a latch of your coroutine library
  co_return;
}

// Found: somebody else has to add to the total.
lib::task<> until_total(int wanted) {
  totals_mutex.Lock();
  while (total < wanted)
    totals_changed.Wait(&totals_mutex);
    // CHECK: :[[@LINE-1]]:20: warning: 'Wait' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:20: note: 'Wait' waits for another thread to signal
    // CHECK: :[[@LINE-6]]:13: note: 'until_total' is a coroutine
    // CHECK: :[[@LINE-4]]:20: note: co_await an event of your coroutine library
  totals_mutex.Unlock();
  co_return;
}

// Found three times: a condition is more than a lock.
lib::task<int> when_closed() {
  {
    absl::MutexLock lock(&totals_mutex, absl::Condition(&closed));
    // CHECK: :[[@LINE-1]]:21: warning: the constructor of 'absl::MutexLock' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:21: note: the constructor of 'absl::MutexLock' waits until another thread makes the condition true
    // CHECK: :[[@LINE-5]]:16: note: 'when_closed' is a coroutine
    // CHECK: :[[@LINE-4]]:21: note: co_await an event of your coroutine library
  }
  totals_mutex.LockWhen(absl::Condition(&closed));
  // CHECK: :[[@LINE-1]]:16: warning: 'LockWhen' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:16: note: 'LockWhen' waits until another thread makes the condition true
  // CHECK: :[[@LINE-11]]:16: note: 'when_closed' is a coroutine
  // CHECK: :[[@LINE-4]]:16: note: co_await an event of your coroutine library
  totals_mutex.Await(absl::Condition(&closed));
  // CHECK: :[[@LINE-1]]:16: warning: 'Await' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:16: note: 'Await' waits until another thread makes the condition true
  // CHECK: :[[@LINE-16]]:16: note: 'when_closed' is a coroutine
  // CHECK: :[[@LINE-4]]:16: note: co_await an event of your coroutine library
  const int result = total;
  totals_mutex.Unlock();
  co_return result;
}
