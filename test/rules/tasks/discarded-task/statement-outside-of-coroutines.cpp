// RUN: %check_rule %s coro-discarded-task
// A plain function that calls a coroutine runs nothing of it either.

#include "lazy.h"

lib::task<void> save(int id);

// Found: with the advice for a function that cannot co_await.
void on_click(int id) { save(id); }
// CHECK: :[[@LINE-1]]:25: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:25: note: hand it to a function that runs or spawns it, or return it

struct editor {
  // Found: in a destructor.
  ~editor() { save(number); }
  // CHECK: :[[@LINE-1]]:15: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:15: note: hand it to a function that runs or spawns it, or return it
  int number = 0;
};

// Not found: given to somebody who runs it, and returned.
void on_close(int id) { lib::sync_wait(save(id)); }
lib::task<void> later(int id) { return save(id); }
