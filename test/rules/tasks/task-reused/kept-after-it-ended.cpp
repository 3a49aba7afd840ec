// RUN: %check_rule %s coro-task-reused
// To keep a task whose coroutine has ended keeps what is in its frame.

#include "lazy.h"
#include <vector>

lib::task<void> save(int id);

lib::task<void> save_all(std::vector<lib::task<void>> &done) {
  auto work = save(1);
  co_await work;
  done.push_back(std::move(work));
}

// CHECK-NONE
