// RUN: %check_rule %s coro-discarded-task
// Functions that take a lazy task by value and let it die.

#include "lazy.h"
#include <utility>
#include <vector>

lib::task<void> notify(int user);
void run(lib::task<void> work);
void log(int count);

// Found: it never looks at it.
void count(lib::task<void> work, int &started) { ++started; }
// CHECK: :[[@LINE-1]]:28: warning: task 'work' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:28: note: hand it to a function that runs or spawns it, or return it

// Found: it only moves it from hand to hand.
void keep(lib::task<void> work) {
  auto kept = std::move(work);
  // CHECK: :[[@LINE-1]]:8: warning: task 'kept' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: hand it to a function that runs or spawns it, or return it
  log(1);
}

// Found: it dies with the container.
void collect(lib::task<void> work) {
  std::vector<lib::task<void>> all;
  // CHECK: :[[@LINE-1]]:32: warning: the tasks in 'all' are never awaited; they are lazy, so their work never runs [coro-discarded-task]
  // CHECK: :[[@LINE+2]]:7: note: put in here
  // CHECK: :[[@LINE-3]]:32: note: hand them to a function that runs or spawns them, or return them
  all.push_back(std::move(work));
}

// Found: so does a local task that is only moved.
lib::task<void> renamed() {
  auto first = notify(1);
  auto second = std::move(first);
  // CHECK: :[[@LINE-1]]:8: warning: task 'second' is never awaited; it is lazy, so its work never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  co_return;
}
