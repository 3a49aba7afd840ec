// RUN: %check_rule %s coro-discarded-task
// The task itself says whether there is anything left to await or to run. The
// answer no means that nothing is lost.

#include "lazy.h"

struct work_item : lib::task<void> {
  explicit operator bool() const { return valid(); }
  bool done() const;
};
work_item next_item();
lib::task<void> save(int id);

lib::task<void> if_valid() {
  auto pending = save(1);
  if (pending.valid())
    co_await pending;
}

lib::task<void> if_true() {
  auto item = next_item();
  if (item)
    co_await item;
}

lib::task<void> unless_invalid() {
  auto pending = save(2);
  if (!pending.valid())
    co_return;
  co_await pending;
}

// Driven by hand, as tests and small schedulers do.
void until_done() {
  auto item = next_item();
  while (!item.done())
    item.resume();
}

void some_steps(int limit) {
  auto item = next_item();
  for (int step = 0; step < limit && !item.done(); ++step)
    item.resume();
}

// CHECK-NONE
