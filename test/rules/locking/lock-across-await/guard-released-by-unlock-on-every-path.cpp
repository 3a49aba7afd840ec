// RUN: %check_rule %s coro-lock-across-await
// Each branch unlocks before the suspension, in its own way.

#include "lazy.h"
#include <mutex>
#include <optional>

lib::task<int> fetch(int id);

std::mutex cache_mutex;
int cached_id, cached_value;

lib::task<int> lookup(int id) {
  std::unique_lock lock(cache_mutex);
  if (cached_id == id) {
    int value = cached_value;
    lock.unlock();
    co_return value;
  } else if (id < 0) {
    cached_id = 0;
    lock.unlock();
  } else {
    lock = {};
  }
  co_return co_await fetch(id);
}
// CHECK-NONE
