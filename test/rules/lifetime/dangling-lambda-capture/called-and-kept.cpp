// RUN: %check_rule %s coro-dangling-lambda-capture
// The task is kept, the closure that has its captures is not.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> wait_for(int id) {
  auto work = [id]() -> lib::task<> {
  // CHECK: :[[@LINE-1]]:15: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'work'
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here, once the task is awaited
  // CHECK: :[[@LINE-4]]:15: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  }();
  co_await tick();
  co_await work;
}

