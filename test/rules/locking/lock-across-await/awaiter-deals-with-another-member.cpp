// RUN: %check_rule %s coro-lock-across-await
// An awaiter that unlocks something else leaves the mutex locked.

#include "lazy.h"
#include <mutex>
#include <vector>

class two_gates {
public:
  lib::task<void> pass() {
    lock_.lock();
    // CHECK: :[[@LINE-1]]:11: warning: 'lock_' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+3]]:5: note: suspends here while 'lock_' is held
    // CHECK: :[[@LINE-3]]:11: note: unlock 'lock_' before the suspension, or use a mutex whose lock is awaited
    other_lock_.lock();
    co_await in_queue{this};
    lock_.unlock();
  }

private:
  struct in_queue {
    two_gates *whole;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter) {
      whole->waiting_.push_back(waiter);
      whole->other_lock_.unlock();
    }
    void await_resume() const noexcept {}
  };

  std::mutex lock_, other_lock_;
  std::vector<std::coroutine_handle<>> waiting_;
};
