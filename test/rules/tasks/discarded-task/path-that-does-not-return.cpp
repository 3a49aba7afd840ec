// RUN: %check_rule %s coro-discarded-task
// Where the program ends or an exception leaves, nobody is waiting any more.

#include "lazy.h"
#include <cstdlib>
#include <stdexcept>

lib::task<int> fetch(int id);
[[noreturn]] void fail(const char *why);

lib::task<int> checked(int id) {
  auto pending = fetch(id);
  if (id < 0)
    throw std::invalid_argument("id");
  if (id == 0)
    std::abort();
  if (id > 1000)
    fail("too large");
  co_return co_await pending;
}

// CHECK-NONE
