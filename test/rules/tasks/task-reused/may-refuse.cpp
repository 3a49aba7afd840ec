// RUN: %check_rule %s coro-task-reused
// A function that may leave the task where it was.

#include "lazy.h"

lib::task<void> save(int id);
lib::task<void> room();

struct queue {
  bool push(lib::task<void> &&work);
  int try_push(lib::task<void> &&work);
};

lib::task<void> until_there_is_room(queue &into) {
  auto work = save(1);
  while (!into.push(std::move(work)))
    co_await room();
}

lib::task<void> or_now(queue &into) {
  auto work = save(1);
  if (into.try_push(std::move(work)) != 0)
    co_await work;
}

// CHECK-NONE
