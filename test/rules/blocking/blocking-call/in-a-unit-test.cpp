// RUN: %check_rule %s coro-blocking-call
// A coroutine in a unit test keeps nobody waiting but the test.

#include "lazy.h"
#include "unit_test.h"
#include <unistd.h>

struct slow_timer {
  bool await_ready() { return ::sleep(1) == 0; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() {}
};

lib::task<void> give_the_server_time() {
  sleep(1);
  co_await slow_timer{};
}

TEST(server, starts) {
  lib::sync_wait(give_the_server_time());
  lib::sync_wait([]() -> lib::task<void> {
    sleep(1);
    co_return;
  }());
}

TEST_WITH_SERVER(client) {
  struct handler {
    lib::task<void> answer() {
      sleep(1);
      co_return;
    }
  };
  lib::sync_wait(handler().answer());
}

// CHECK-NONE
