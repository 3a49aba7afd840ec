// RUN: %check_rule %s coro-ignored-error
// By option.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();

lib::task<> run() { co_await flush(); }

// CHECK-NONE
