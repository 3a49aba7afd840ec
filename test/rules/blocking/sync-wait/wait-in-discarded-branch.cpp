// RUN: %check_rule %s coro-sync-wait
// A helper for both worlds: the coroutine's instance does not wait.

#include "lazy.h"
#include <type_traits>

enum class mode { waiting, awaiting };

lib::task<int> price(int id);

template <mode Mode> int known_price(int id) {
  if constexpr (Mode == mode::waiting)
    return lib::sync_wait(price(id));
  else
    return id;
}

lib::task<int> total() {
  if constexpr (sizeof(int) == 1)
    co_return lib::sync_wait(price(0));
  co_return known_price<mode::awaiting>(1);
}

int total_now() { return known_price<mode::waiting>(1); }
// CHECK-NONE
