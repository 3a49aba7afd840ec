// RUN: %check_rule %s coro-lock-across-await
// An awaiter that is given the object unlocks a mutex of it, once the coroutine
// is suspended: nobody can put it into the queue twice.

#include "lazy.h"
#include <mutex>
#include <vector>

class gate {
public:
  lib::task<void> pass() {
    lock_.lock();
    if (!is_open_)
      co_await in_queue{this};
    else
      lock_.unlock();
  }

  lib::task<void> pass_by_pointer() {
    lock_.lock();
    in_queue wait{this};
    co_await wait;
  }

private:
  struct in_queue {
    gate *whole;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> waiter) {
      whole->waiting_.push_back(waiter);
      whole->lock_.unlock();
    }
    void await_resume() const noexcept {}
  };

  std::mutex lock_;
  bool is_open_ = false;
  std::vector<std::coroutine_handle<>> waiting_;
};
// CHECK-NONE
