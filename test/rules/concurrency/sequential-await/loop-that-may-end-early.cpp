// RUN: %check_rule %s coro-sequential-await
// The rest may not be wanted.

#include "client.h"

cppcoro::task<int> first(std::vector<int> ids) {
  for (int id : ids)
    if (int found = co_await fetch(id))
      co_return found;
  co_return 0;
}

// CHECK-NONE
