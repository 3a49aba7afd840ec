// RUN: %check_rule %s coro-sync-wait
// No known name: a function that takes a task and waits for another thread.

#include "eager.h"
#include "lazy.h"
#include <condition_variable>
#include <mutex>

class signal {
public:
  void set() {
    std::lock_guard lock(mutex_);
    set_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return set_; });
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;
};

inline lib::detached finish(lib::task<void> work, signal &done) {
  co_await work;
  done.set();
}

void complete(lib::task<void> work) {
  signal done;
  finish(std::move(work), done);
  done.wait();
}

lib::task<void> refresh();

// Found by structure.
lib::task<void> serve() {
  complete(refresh());
  // CHECK: :[[@LINE-1]]:3: warning: 'complete' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-9]]:8: note: 'complete' calls 'wait' here
  // CHECK: :[[@LINE-27]]:14: note: 'wait' calls 'wait' here; it waits for another thread to notify
  // CHECK: :[[@LINE-5]]:17: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: co_await the work instead of waiting for it
  co_return;
}
