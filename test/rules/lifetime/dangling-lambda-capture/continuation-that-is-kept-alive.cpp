// RUN: %check_rule %s coro-dangling-lambda-capture
// Wrapped, without captures, no coroutine, or done with them in time.

#include "seastar_future.h"

seastar::future<> tick();
void use(int id);

seastar::future<> run(int id) {
  co_await tick().then(seastar::coroutine::lambda([id]() -> seastar::future<> {
    co_await tick();
    use(id);
  }));
  co_await tick().then([]() -> seastar::future<> {
    co_await tick();
    use(1);
  });
  co_await tick().then([id] {
    use(id);
    return tick();
  });
  co_await tick().then([id]() -> seastar::future<> {
    use(id);
    co_await tick();
  });
}

// CHECK-NONE
