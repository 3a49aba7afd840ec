// RUN: %check_rule %s coro-dangling-lambda-capture
// A closure with a name dies at the end of its scope.

#include "lazy.h"

lib::task<> tick();
void use(int id);

lib::task<> later(int id) {
  auto work = [id]() -> lib::task<> {
  // CHECK: :[[@LINE-1]]:15: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies when this function returns [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE+7]]:10: note: its task is made here
  // CHECK: :[[@LINE+6]]:3: note: the task is returned here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here, once the task is awaited
  // CHECK: :[[@LINE-5]]:15: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  };
  return work();
}

