// RUN: %check_rule %s coro-promise-contract
// An awaiter that is always ready has an await_suspend for the compiler only
// (as in boostorg/cobalt and NVIDIA/stdexec).

#include <coroutine>

void require(bool);

struct immediate {
  int state = 0;
  bool await_ready() { return true; }
  void await_suspend(std::coroutine_handle<>) { require(false); }
  void await_resume() {}
};

// CHECK-NONE
