// RUN: %check_rule %s coro-lock-across-await
// The lock is taken when the waiting is over; co_return is no suspension that
// a local guard sees.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);
std::mutex &choose(int id);

std::mutex cache_mutex;
int cached;

lib::task<int> refresh() {
  cached = 0;
  int fresh = co_await fetch(1);
  std::lock_guard lock(cache_mutex);
  co_return cached = fresh;
}

lib::task<int> refresh_chosen() {
  std::lock_guard lock(choose(co_await fetch(2)));
  co_return cached;
}

lib::task<void> refresh_while_any() {
  while (int fresh = co_await fetch(3)) {
    std::lock_guard lock(cache_mutex);
    cached += fresh;
  }
}

// Held in the next turn only until the scope ends.
lib::task<void> refresh_some() {
  for (int id = 0; id < 3; ++id) {
    int fresh = co_await fetch(id);
    std::unique_lock lock(cache_mutex);
    if (cached == fresh)
      continue;
    cached = fresh;
  }
}
// CHECK-NONE
