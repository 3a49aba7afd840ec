// RUN: %check_rule %s coro-promise-contract
// An awaiter that does something else before it says that it is ready: nobody
// calls its await_suspend.

#include <coroutine>

void count(int &asked);
void fail();

struct immediate {
  int asked = 0;
  bool await_ready() {
    count(asked);
    return true;
  }
  void await_suspend(std::coroutine_handle<>) { fail(); }
  void await_resume() {}
};

// CHECK-NONE
