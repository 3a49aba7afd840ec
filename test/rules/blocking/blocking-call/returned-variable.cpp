// RUN: %check_rule %s coro-blocking-call
// To return a local variable copies nothing.

#include "lazy.h"
#include <unistd.h>
#include <utility>

struct slow {
  slow();
  slow(const slow &) { sleep(1); }
};

// Found: a copy is made.
struct copies {
  slow value;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>);
  slow await_resume() { return value; }
  // CHECK: :[[@LINE-1]]:32: warning: the constructor of 'slow' may block the thread of this coroutine; it reaches 'sleep' [coro-blocking-call]
  // CHECK: :[[@LINE-10]]:24: note: the constructor of 'slow' calls 'sleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-3]]:8: note: 'await_resume' runs on the thread of the coroutine that awaits
  // CHECK: :[[@LINE-4]]:32: note: let a thread that may block do it, and resume the coroutine from there
};

// Not found: the variable is the result.
struct returns {
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>);
  slow await_resume() {
    slow value;
    return value;
  }
};
