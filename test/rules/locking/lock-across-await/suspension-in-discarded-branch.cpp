// RUN: %check_rule %s coro-lock-across-await
// A branch that `if constexpr` discards is no code: this template is only used
// where it does not suspend.

#include "lazy.h"
#include <mutex>

lib::task<int> fetch(int id);

std::mutex cache_mutex;
int cached;

template <bool Remote> lib::task<void> refresh() {
  std::lock_guard lock(cache_mutex);
  if constexpr (Remote)
    cached = co_await fetch(2);
  else
    cached = 0;
  co_return;
}

lib::task<void> refresh_local() { co_await refresh<false>(); }
// CHECK-NONE
