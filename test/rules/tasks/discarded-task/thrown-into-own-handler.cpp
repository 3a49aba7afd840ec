// RUN: %check_rule %s coro-discarded-task
// A path left by an exception loses nothing, though the handler stands in the
// same function.

#include "lazy.h"
#include <stdexcept>

lib::task<int> fetch(int id);

lib::task<int> made_inside(int id) {
  try {
    auto pending = fetch(id);
    if (id < 0)
      throw std::out_of_range("id");
    co_return co_await pending;
  } catch (const std::out_of_range &) {
  }
  co_return 0;
}

lib::task<int> made_before(int id) {
  auto pending = fetch(id);
  try {
    if (id < 0)
      throw std::out_of_range("id");
    co_return co_await pending;
  } catch (const std::out_of_range &) {
    co_return 0;
  }
}

lib::task<int> thrown_again(int id) {
  try {
    auto pending = fetch(id);
    if (id < 0)
      throw std::out_of_range("id");
    co_return co_await pending;
  } catch (const std::out_of_range &) {
    throw;
  }
}

// CHECK-NONE
