// RUN: %check_rule %s coro-discarded-task
// What silences [[nodiscard]] runs nothing.

#include "lazy.h"
#include <tuple>

lib::task<void> save(int id);

// Found three times, with a note on the disguise.
lib::task<void> handle(int id) {
  (void)save(id);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  static_cast<void>(save(id + 1));
  // CHECK: :[[@LINE-1]]:21: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:21: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:21: note: co_await it, return it, or hand it to a function that spawns it
  std::ignore = save(id + 2);
  // CHECK: :[[@LINE-1]]:17: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:17: note: std::ignore silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:17: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found: the result of an awaited task may be thrown away.
lib::task<int> saved(int id);
lib::task<void> handle_all(int id) {
  (void)co_await saved(id);
  std::ignore = co_await saved(id + 1);
}
