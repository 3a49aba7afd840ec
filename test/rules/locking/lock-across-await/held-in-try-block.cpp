// RUN: %check_rule %s coro-lock-across-await
// A try block does not end a lock that was taken around it.

#include "lazy.h"
#include <mutex>

lib::task<void> write(int value);
void failed();

std::mutex file_mutex;

// Found: the guard lives around the try.
lib::task<void> write_all() {
  std::lock_guard lock(file_mutex);
  // CHECK: :[[@LINE-1]]:19: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:19: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  try {
    co_await write(1);
  } catch (...) {
    failed();
  }
}
