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
  co_return;
}
