// RUN: %check_rule %s coro-dangling-lambda-capture
// To call the lambda is not to hand it on.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool, int id) {
  pool.spawn([id]() -> lib::task<> {
  // CHECK: :[[@LINE-1]]:14: warning: this lambda is a coroutine and its capture 'id' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
  // CHECK: :[[@LINE-2]]:8: note: the task is started by 'spawn'
  // CHECK: :[[@LINE+3]]:9: note: 'id' is used here, once the task is awaited
  // CHECK: :[[@LINE-4]]:14: note: pass 'id' as a parameter; parameters are kept in the coroutine
    co_await tick();
    use(id);
  }());
}

