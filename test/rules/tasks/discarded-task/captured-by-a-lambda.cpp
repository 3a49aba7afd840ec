// RUN: %check_rule %s coro-discarded-task
// The lambda has it now.

#include "lazy.h"
#include <utility>

lib::task<int> fetch(int id);

auto by_move() {
  auto pending = fetch(1);
  return [pending = std::move(pending)]() mutable -> lib::task<int> {
    co_return co_await pending;
  };
}

lib::task<int> by_reference() {
  auto pending = fetch(2);
  auto wait = [&pending]() -> lib::task<int> { co_return co_await pending; };
  co_return co_await wait();
}

lib::task<int> by_default() {
  auto pending = fetch(3);
  auto wait = [&]() -> lib::task<int> { co_return co_await pending; };
  co_return co_await wait();
}

// CHECK-NONE
