// RUN: %check_rule %s coro-lock-across-await
// Guards and suspensions that are written by macros.

#include "lazy.h"
#include <mutex>

#define CONCAT_(a, b) a##b
#define CONCAT(a, b) CONCAT_(a, b)
#define LOCK_SCOPE(m)                                                          \
  std::lock_guard<std::mutex> CONCAT(lock_, __LINE__)(m)
#define WITH_LOCK(m) if (std::lock_guard lock_(m); true)

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Found where the macro is used.
lib::task<void> send_total() {
  LOCK_SCOPE(total_mutex);
  co_await send(total);
}

// Found where the macro is used.
lib::task<void> send_in_block() {
  WITH_LOCK(total_mutex) { co_await send(total); }
}

// Not found.
lib::task<void> send_copy() {
  int copy = 0;
  WITH_LOCK(total_mutex) { copy = total; }
  co_await send(copy);
}
