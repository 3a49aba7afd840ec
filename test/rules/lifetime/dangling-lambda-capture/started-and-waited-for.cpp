// RUN: %check_rule %s coro-dangling-lambda-capture
// What starts it waits for it, in the statement or in the function that is
// called.

#include "executor.h"
#include <future>

lib::task<> tick();
void use(int id);

namespace lib {
std::future<void>
post_waitable(pool &p, [[clang::annotate("corolint::spawns")]] task<void> work);
}
void run_to_the_end(lib::pool &pool, lib::task<void> work) {
  lib::post_waitable(pool, std::move(work)).wait();
}
void start(lib::pool &pool, int id) {
  lib::post_waitable(pool,
                     [&]() -> lib::task<> {
                       co_await tick();
                       use(id);
                     }())
      .get();
  run_to_the_end(pool, [&]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
}

// CHECK-NONE
