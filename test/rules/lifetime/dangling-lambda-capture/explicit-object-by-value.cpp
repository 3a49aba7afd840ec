// RUN: %check_rule %s coro-dangling-lambda-capture -- -std=c++23
// The frame has a closure of its own.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool, int id) {
#if defined(__cpp_explicit_this_parameter) || __clang_major__ >= 18
  pool.spawn([id](this auto) -> lib::task<> {
    co_await tick();
    use(id);
  }());
#endif
}

// CHECK-NONE
