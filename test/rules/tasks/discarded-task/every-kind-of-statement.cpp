// RUN: %check_rule %s coro-discarded-task
// A value is dropped wherever nobody takes it.

#include "lazy.h"

lib::task<void> save(int id);
lib::task<void> undo(int id);
bool is_new(int id);

// Found: both arms of if without braces.
lib::task<void> keep(int id) {
  if (is_new(id))
    save(id);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  else
    undo(id);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: both arms of the conditional operator.
lib::task<void> keep_shortly(int id) {
  is_new(id) ? save(id) : undo(id);
  // CHECK: :[[@LINE-1]]:16: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:16: note: co_await it, return it, or hand it to a function that spawns it
  // CHECK: :[[@LINE-3]]:27: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-4]]:27: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: the left side of a comma; the right side is awaited.
lib::task<void> replace(int id) { co_await (undo(id), save(id)); }
// CHECK: :[[@LINE-1]]:45: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:45: note: co_await it, return it, or hand it to a function that spawns it

// Found: in the head of a loop, and in its body.
lib::task<void> keep_all(int count) {
  for (int id = 0; id < count; save(id), ++id)
  // CHECK: :[[@LINE-1]]:32: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:32: note: co_await it, return it, or hand it to a function that spawns it
    undo(id);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}

// Found: in a case, after a label, in a handler.
lib::task<void> react(int what) {
  switch (what) {
  case 1:
    save(what);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
    break;
  default:
    undo(what);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
  }
  try {
    co_await save(2);
  } catch (...) {
    undo(2);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'undo' is dropped; it is lazy, so 'undo' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: leave the catch block first, then co_await it, return it, or hand it to a function that spawns it
  }
}

// Not found: all of them awaited.
lib::task<void> keep_well(int id) {
  co_await (is_new(id) ? save(id) : undo(id));
  for (int i = 0; i < id; ++i)
    co_await save(i);
}
