// RUN: %check_rule %s coro-discarded-task
// No path is left over: every enumerator takes the task, or cannot come.

#include "executor.h"
#include "lazy.h"
#include <utility>

lib::task<void> save(int id);

enum class when { now, later };

lib::task<void> by_enumerator(when moment, lib::pool &workers) {
  auto work = save(1);
  switch (moment) {
  case when::now:
    co_await work;
    break;
  case when::later:
    workers.spawn(std::move(work));
    break;
  }
}

lib::task<void> by_number(int priority) {
  auto work = save(2);
  switch (priority) {
  case 0:
  case 1:
    co_await work;
    break;
  default:
    __builtin_unreachable();
  }
}

lib::task<void> until_free(bool (*is_free)()) {
  auto work = save(3);
  for (;;)
    if (is_free()) {
      co_await work;
      co_return;
    }
}

lib::task<void> at_least_once(bool (*again)()) {
  auto work = save(4);
  do {
    co_await work;
  } while (again());
}

// CHECK-NONE
