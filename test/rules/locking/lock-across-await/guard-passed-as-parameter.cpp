// RUN: %check_rule %s coro-lock-across-await
// A coroutine that takes the guard by value keeps it in its frame.

#include "lazy.h"
#include <mutex>

lib::task<void> write(int value);

// Found, with "may": the caller may have given a guard that holds nothing.
lib::task<void> append(std::unique_lock<std::mutex> lock, int value) {
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
