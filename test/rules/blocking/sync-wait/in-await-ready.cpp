// RUN: %check_rule %s coro-sync-wait
// await_ready runs on the thread of whoever awaits, and may not wait either.

#include "lazy.h"

lib::task<bool> lock_queue();

// Found: waits on the thread that runs the task.
struct waits {
  bool await_ready() { return sync_wait(lock_queue()); }
  // CHECK: :[[@LINE-1]]:31: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:31: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-3]]:8: note: 'await_ready' runs on the thread of the coroutine that awaits
  // CHECK: :[[@LINE-4]]:31: note: let a thread that may block do it, and resume the coroutine from there
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};

// Not found: the work is done when its result is taken; a function of the same
// name in a class that is no awaiter.
struct takes {
  lib::task<bool> work;
  bool await_ready() { return false; }
  void await_suspend(std::coroutine_handle<>);
  bool await_resume() { return sync_wait(std::move(work)); }
};
struct other {
  bool await_ready() { return sync_wait(lock_queue()); }
};
