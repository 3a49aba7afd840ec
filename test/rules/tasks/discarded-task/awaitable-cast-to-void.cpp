// RUN: %check_rule %s coro-discarded-task
// A cast to void says "on purpose" of what is no task.

#include "lazy.h"
#include <coroutine>

struct [[clang::annotate("corolint::must_await")]] operation {
  bool await_ready();
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
operation start(int id);
lib::task<void> save(int id);

// Found: no cast, and a lazy task, which never runs.
lib::task<void> drops() {
  start(1);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'start' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  (void)save(1);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> means_it() {
  (void)start(2);
  co_return;
}
