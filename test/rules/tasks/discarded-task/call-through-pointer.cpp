// RUN: %check_rule %s coro-discarded-task
// The coroutine is called through a pointer to a function or to a member.

#include "lazy.h"

struct editor {
  lib::task<void> store();
};

// Found, named by the pointer: there is no co_await here to speak of.
lib::task<void> notify(lib::task<void> (*on_change)(int)) {
  on_change(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task that this co_await gives is dropped; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: a pointer to a member has no plain name.
lib::task<void> run(editor &mine, lib::task<void> (editor::*step)()) {
  (mine.*step)();
  // CHECK: :[[@LINE-1]]:3: warning: the task that this co_await gives is dropped; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Not found.
lib::task<void> run_well(editor &mine, lib::task<void> (editor::*step)(),
                         lib::task<void> (*on_change)(int)) {
  co_await (mine.*step)();
  co_await on_change(1);
}
