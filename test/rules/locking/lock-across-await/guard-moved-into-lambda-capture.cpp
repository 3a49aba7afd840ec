// RUN: %check_rule %s coro-lock-across-await
// The lock travels in a closure that ends before the suspension.

#include "lazy.h"
#include <mutex>
#include <utility>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

template <class F> void run_on_worker(F work) { work(); }

lib::task<void> add(int value) {
  std::unique_lock lock(total_mutex);
  run_on_worker([value, lock = std::move(lock)]() { total += value; });
  co_await send(value);
}

lib::task<void> add_by_helper(int value) {
  std::unique_lock lock(total_mutex);
  auto finish = [&] {
    total += value;
    lock.unlock();
  };
  finish();
  co_await send(value);
}
// CHECK-NONE
