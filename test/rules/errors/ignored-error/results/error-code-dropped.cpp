// RUN: %check_rule %s coro-ignored-error
// The result is an error, or begins with one.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();

lib::task<> run(bool ask) {
  co_await flush();
  // CHECK: :[[@LINE-1]]:3: warning: the result of this co_await is dropped, and with it the error that it may hold; the coroutine goes on as if nothing failed [coro-ignored-error]
  // CHECK: :[[@LINE-2]]:3: note: look at the 'std::error_code', or cast it to void
  if (ask)
    co_await read();
    // CHECK: :[[@LINE-1]]:5: warning: the result of this co_await is dropped, and with it the error that it may hold; the coroutine goes on as if nothing failed [coro-ignored-error]
    // CHECK: :[[@LINE-2]]:5: note: look at the 'std::pair<std::error_code, int>', or cast it to void
}

