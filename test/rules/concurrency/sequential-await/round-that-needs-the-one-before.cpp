// RUN: %check_rule %s coro-sequential-await
// The loop carries something on.

#include "client.h"

cppcoro::task<> run(std::vector<int> ids) {
  int last = 0;
  for (int id : ids)
    last = co_await fetch(id + last);
  use(last, last);
}

// CHECK-NONE
