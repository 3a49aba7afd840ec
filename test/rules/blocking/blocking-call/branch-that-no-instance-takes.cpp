// RUN: %check_rule %s coro-blocking-call
// if constexpr on a template parameter: only what an instance keeps counts.

#include "lazy.h"
#include <unistd.h>

lib::task<void> write_out(int file);

template <bool Durable> lib::task<void> save(int file) {
  co_await write_out(file);
  if constexpr (Durable)
    ::fsync(file);
}

lib::task<void> save_draft(int file) { co_await save<false>(file); }
// CHECK-NONE
