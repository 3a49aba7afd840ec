// RUN: %check_rule %s coro-discarded-task
// What is not compiled drops nothing.

#include "lazy.h"

lib::task<void> save(int id);

template <bool Async> lib::task<void> store(int id) {
  if constexpr (Async)
    co_await save(id);
  else
    static_assert(!Async);
}

lib::task<void> run() {
  co_await store<true>(1);
  co_await store<false>(2);
}

// CHECK-NONE
