// RUN: %check_rule %s coro-discarded-task
// Handed to different takers.

#include "lazy.h"
#include <utility>

lib::task<void> save(int id);
void keep(lib::task<void> work);

void start(bool now) {
  auto work = save(1);
  if (now)
    lib::sync_wait(std::move(work));
  else
    keep(std::move(work));
}

lib::task<void> choose(bool now) {
  auto work = save(2);
  if (!now)
    return work;
  return std::move(work);
}

// CHECK-NONE
