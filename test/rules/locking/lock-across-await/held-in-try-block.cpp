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
  try {
    co_await write(1);
  } catch (...) {
    failed();
  }
}
