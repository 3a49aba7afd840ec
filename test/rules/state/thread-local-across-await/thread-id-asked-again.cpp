// RUN: %check_rule %s coro-thread-local-across-await
// Whether the thread is still the same may be asked, and said.

#include "lazy.h"
#include <iostream>
#include <map>
#include <thread>

lib::task<void> work();
std::map<std::thread::id, int> by_thread;

lib::task<bool> moved() {
  const auto before = std::this_thread::get_id();
  co_await work();
  co_return before != std::this_thread::get_id();
}

lib::task<bool> moved_twice() {
  const auto before = std::this_thread::get_id();
  co_await work();
  const auto after = std::this_thread::get_id();
  co_return before == after;
}

lib::task<void> printed() {
  const auto before = std::this_thread::get_id();
  co_await work();
  std::cout << "from " << before << " to " << std::this_thread::get_id();
}

lib::task<void> used_before() {
  const auto id = std::this_thread::get_id();
  ++by_thread[id];
  co_await work();
  ++by_thread[std::this_thread::get_id()];
}

// CHECK-NONE
