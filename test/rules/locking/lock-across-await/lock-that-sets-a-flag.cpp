// RUN: %check_rule %s coro-lock-across-await
// A lock() that only marks its object keeps no thread out.

#include "lazy.h"
#include <atomic>
#include <cassert>

lib::task<void> evict();

class index {
public:
  void lock() {
    assert(!locked_);
    locked_ = true;
  }
  void unlock() { locked_ = false; }

private:
  bool locked_ = false;
};
class spin_lock {
public:
  void lock() {
    while (taken_.exchange(true)) {
    }
  }
  void unlock() { taken_ = false; }

private:
  std::atomic<bool> taken_ = false;
};
template <class L> class guard {
public:
  explicit guard(L &l) : l_(l) { l_.lock(); }
  ~guard() { l_.unlock(); }

private:
  L &l_;
};

// Found: spins.
lib::task<void> spins(spin_lock &l) {
  guard held(l);
  // CHECK: :[[@LINE-1]]:9: warning: 'held' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'held' is held
  // CHECK: :[[@LINE-3]]:9: note: close the scope of 'held' before the suspension, or use a mutex whose lock is awaited
  co_await evict();
}

// Not found.
lib::task<void> marks(index &i) {
  guard held(i);
  co_await evict();
}
