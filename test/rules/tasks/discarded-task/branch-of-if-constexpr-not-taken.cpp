// RUN: %check_rule %s coro-discarded-task
// A plain function serves the branch that is compiled; the other drops nothing.

#include "lazy.h"

lib::task<void> save(int id);
void save_now(int id);

template <bool Async> lib::task<void> later(int id) { return save(id); }

void store(int id) {
  if constexpr (sizeof(void *) == 8)
    save_now(id);
  else
    save(id);
}

lib::task<void> store_later(int id) {
  if (lib::task<void> work = save(id); id > 0) [[likely]]
    co_await work;
  else
    co_await later<true>(id), co_await work;
}

// CHECK-NONE
