// RUN: %check_rule %s coro-discarded-task
// A local task in a template: its type is known in the instances only.

#include "lazy.h"

lib::task<void> save(int id);
lib::task<void> save(long id);

// Found once, though there are two instances.
template <class Id> lib::task<void> forget(Id id) {
  auto work = save(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'work' is never awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found once: one path lacks the await.
template <class Id> lib::task<void> save_positive(Id id) {
  auto work = save(id);
  // CHECK: :[[@LINE-1]]:8: warning: task 'work' is not awaited on every path; elsewhere 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE+3]]:14: note: taken here, but not on the path that leaves before
  // CHECK: :[[@LINE-3]]:8: note: co_await it, return it, or hand it to a function that spawns it
  if (id > 0)
    co_await work;
}

// Not found: awaited in whichever branch is compiled.
template <bool Now> lib::task<void> save_soon() {
  auto work = save(1);
  if constexpr (Now)
    co_await work;
  else
    lib::sync_wait(static_cast<lib::task<void> &&>(work));
}

lib::task<void> run() {
  co_await forget(1);
  co_await forget(2L);
  co_await save_positive(1);
  co_await save_positive(2L);
  co_await save_soon<true>();
  co_await save_soon<false>();
}
