// RUN: %check_rule %s coro-ignored-error
// Kept, tested, passed on, or cast to void.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();

bool is_good(std::error_code error);
lib::task<> run() {
  if (co_await flush())
    co_return;
  auto [error, size] = co_await read();
  if (!is_good(co_await flush()))
    co_return;
  (void)co_await flush();
  std::ignore = co_await flush();
  static_cast<void>(co_await read());
}

// CHECK-NONE
