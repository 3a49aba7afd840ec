// RUN: %check_rule %s coro-dangling-lambda-capture
// The pointer to the object is a capture as any other.

#include "eager.h"
#include "lazy.h"

lib::task<> tick();
void use(int id);

struct session {
  int id = 0;
  void start() {
    [this]() -> lib::detached {
    // CHECK: :[[@LINE-1]]:5: warning: this lambda is a coroutine and its capture 'this' lives in the lambda object, which dies at the end of this statement [coro-dangling-lambda-capture]
    // CHECK: :[[@LINE-2]]:5: note: the task runs on after this statement
    // CHECK: :[[@LINE+3]]:7: note: the lambda suspends here
    // CHECK: :[[@LINE+3]]:11: note: 'this' is used here afterwards
    // CHECK: :[[@LINE-5]]:5: note: pass a pointer that keeps the object alive as a parameter; parameters are kept in the coroutine
      co_await tick();
      use(id);
    }();
  }
};

