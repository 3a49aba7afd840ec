// RUN: %check_rule %s coro-discarded-task
// The task may be awaited when the handler begins: nothing is certain there.

#include "lazy.h"
#include <exception>
#include <utility>

lib::task<int> fetch(int id);
void check(int id);

lib::task<int> or_zero(int id) {
  auto pending = fetch(id);
  try {
    co_return co_await pending;
  } catch (const std::exception &) {
    co_return 0;
  }
}

lib::task<int> checked(int id) {
  auto pending = fetch(id);
  int result = 0;
  try {
    check(id);
    result = co_await std::move(pending);
  } catch (...) {
    result = -1;
  }
  co_return result;
}

// CHECK-NONE
