// RUN: %check_rule %s coro-dangling-lambda-capture
// The caller gets a task whose captures are gone.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> later(int id) {
  return [=]() -> lib::task<> {
  // CHECK: :[[@LINE-1]]:10: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here, once the task is awaited
  // CHECK: :[[@LINE-4]]:10: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  }();
}

