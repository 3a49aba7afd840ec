// RUN: %check_rule %s coro-ignored-error
// What is not awaited is no matter of coroutines.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();

std::error_code flush_now();
lib::task<> run() {
  flush_now();
  co_await count();
}

// CHECK-NONE
