// RUN: %check_rule %s coro-unsafe-spawn-capture
// Moving a copy gives away one owner, not the shared state.

#include "executor.h"
#include "local_ptr.h"

struct Map {
  int tiles = 0;
};

lib::task<void> draw(lib::local_ptr<Map> map);

// Found at the moved 'copy': 'map' of the caller counts in the same integer.
void draw_copy(lib::pool &workers, const lib::local_ptr<Map> &map) {
  auto copy = map;
  workers.spawn(draw(std::move(copy)));
  // CHECK: :[[@LINE-1]]:22: warning: 'copy' is moved into a task that another thread may run; 'lib::local_ptr<Map>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Found at 'map': a const value is copied, whatever std::move says.
void draw_const(lib::pool &workers) {
  const lib::local_ptr<Map> map(Map{12});
  workers.spawn(draw(std::move(map)));
  // CHECK: :[[@LINE-1]]:22: warning: 'map' is copied into a task that another thread may run; 'lib::local_ptr<Map>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Found at both: two tasks share it.
void draw_twice(lib::pool &workers) {
  lib::local_ptr<Map> map(Map{12});
  workers.spawn(draw(map));
  // CHECK: :[[@LINE-1]]:22: warning: 'map' is copied into a task that another thread may run; 'lib::local_ptr<Map>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
  workers.spawn(draw(std::move(map)));
  // CHECK: :[[@LINE-1]]:22: warning: 'map' is moved into a task that another thread may run; 'lib::local_ptr<Map>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:22: note: hand the task a value of its own, or share it through a type that is thread-safe
}
