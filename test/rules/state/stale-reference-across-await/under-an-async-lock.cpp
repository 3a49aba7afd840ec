// RUN: %check_rule %s coro-stale-reference-across-await
// A lock that its changes take, too, keeps the container as it is.

#include "async_mutex.h"
#include "lazy.h"
#include <vector>

struct session {
  lib::task<void> ping();
};

struct permit {
  permit(permit &&) noexcept;
  ~permit();
};

struct semaphore {
  lib::task<void> acquire();
  void release();
};

struct places {
  lib::task<int> count();
};
struct permit_operation {
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<>) const;
  permit await_resume() const;
};
permit_operation get_permit();

template <class F> lib::task<void> with_lock(lib::async_mutex &mutex, F work) {
  auto held = co_await mutex.scoped_lock();
  co_await work();
}

class server {
public:
  lib::task<void> join(session who) {
    auto held = co_await mutex_.scoped_lock();
    sessions_.push_back(who);
  }

  lib::task<void> by_guard() {
    auto held = co_await mutex_.scoped_lock();
    for (auto &each : sessions_)
      co_await each.ping();
  }

  lib::task<void> by_hand() {
    co_await mutex_.lock();
    for (auto &each : sessions_)
      co_await each.ping();
    mutex_.unlock();
  }

  lib::task<void> by_permit() {
    auto one = co_await get_permit();
    for (auto &each : sessions_)
      co_await each.ping();
  }

  lib::task<void> by_semaphore() {
    co_await semaphore_.acquire();
    for (auto &each : sessions_)
      co_await each.ping();
    semaphore_.release();
  }

  lib::task<void> in_a_callable() {
    co_await with_lock(mutex_, [this]() -> lib::task<void> {
      for (auto &each : sessions_)
        co_await each.ping();
    });
  }

private:
  lib::async_mutex mutex_;
  semaphore semaphore_;
  std::vector<session> sessions_;
};

// CHECK-NONE
