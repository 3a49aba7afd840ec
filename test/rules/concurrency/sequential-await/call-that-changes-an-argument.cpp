// RUN: %check_rule %s coro-sequential-await
// So it is here.

#include "client.h"

cppcoro::task<> run(std::string &text) {
  auto a = co_await read(text);
  auto b = co_await read(text);
  use(a, b);
}

// CHECK-NONE
