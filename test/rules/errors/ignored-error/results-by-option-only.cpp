// RUN: %check_rule %s coro-ignored-error
// Whoever asks for an error code often does so to ignore it.

#include "lazy.h"
#include <system_error>
#include <tuple>
#include <utility>

lib::task<std::error_code> flush();
lib::task<std::pair<std::error_code, int>> read();
lib::task<int> count();

lib::task<> run() { co_await flush(); }

// CHECK-NONE
