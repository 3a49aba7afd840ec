// RUN: %check_rule %s coro-blocking-call
// The author of a class says that its end takes a while.

#include "lazy.h"

class pool_of_threads {
public:
  explicit pool_of_threads(int threads);
  [[clang::annotate("corolint::blocking", "waits for its threads")]]
  ~pool_of_threads();
};

class settings {
public:
  explicit settings(int version);
  ~settings();
};

// Found.
lib::task<void> starts_a_pool() {
  pool_of_threads workers(4);
  // CHECK: :[[@LINE-1]]:19: warning: destroying 'workers' blocks the thread of this coroutine; it waits for its threads [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'starts_a_pool' is a coroutine
  // CHECK: :[[@LINE-3]]:19: note: co_await an asynchronous operation, or move the call to a thread that may block
  co_return;
}

// Not found: of this class nobody says anything.
lib::task<void> reads_settings() {
  settings all(1);
  co_return;
}
