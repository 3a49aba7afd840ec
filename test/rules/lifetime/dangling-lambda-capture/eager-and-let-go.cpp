// RUN: %check_rule %s coro-dangling-lambda-capture
// An eager task goes on after the statement that made its closure.

#include "eager.h"
#include "lazy.h"

lib::task<> tick();
void use(int id);

void start(int id) {
  [id]() -> lib::job<> {
  // CHECK: :[[@LINE-1]]:3: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-5]]:3: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  }();
  [id]() -> lib::detached {
  // CHECK: :[[@LINE-1]]:3: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE+3]]:5: note: the lambda suspends here
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here afterwards
  // CHECK: :[[@LINE-5]]:3: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  }();
}

