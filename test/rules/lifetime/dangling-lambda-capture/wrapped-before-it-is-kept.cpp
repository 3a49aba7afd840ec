// RUN: %check_rule %s coro-dangling-lambda-capture
// What takes a task and gives one back stands for it.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> with_timeout(lib::task<> work, int seconds);
lib::task<> both(lib::task<> a, lib::task<> b);

lib::task<> wait_for(int id) {
  auto work = with_timeout(
      [id]() -> lib::task<> {
      // CHECK: :[[@LINE-1]]:7: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
      // CHECK: :[[@LINE-3]]:8: note: the task is kept in 'work'
      // CHECK: :[[@LINE+3]]:13: note: 'id' is used here, once the task is awaited
      // CHECK: :[[@LINE-4]]:7: note: pass 'id' as a parameter; parameters are kept in the coroutine
        co_await tick();
        use(id);
      }(),
      5);
  co_await work;
  co_await both(tick(), [id]() -> lib::task<> {
    co_await tick();
    use(id);
  }());
}

