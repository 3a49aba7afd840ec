// RUN: %check_rule %s coro-lock-across-await
// A coroutine that takes the guard by value keeps it in its frame.

#include "lazy.h"
#include <mutex>

lib::task<void> write(int value);

// Found, with "may": the caller may have given a guard that holds nothing.
lib::task<void> append(std::unique_lock<std::mutex> lock, int value) {
// CHECK: :[[@LINE-1]]:53: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
// CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' may be held
// CHECK: :[[@LINE-3]]:53: note: let the caller lock only what it needs, not the whole coroutine, or use a mutex whose lock is awaited
  co_await write(value);
}

// Not found: released before it waits.
lib::task<void> append_unlocked(std::unique_lock<std::mutex> lock, int &value) {
  int copy = ++value;
  lock.unlock();
  co_await write(copy);
}

// Not found: whether the caller's guard is locked cannot be seen here.
lib::task<void> append_by_reference(std::unique_lock<std::mutex> &lock) {
  co_await write(0);
}
