// RUN: %check_rule %s coro-discarded-task
// Two tests of one unchanged flag: each path takes the task.

#include "executor.h"
#include "lazy.h"
#include <utility>

lib::task<void> save(int id);
void log(const char *text);

lib::task<void> now_or_later(const bool now, lib::pool &workers) {
  auto work = save(1);
  if (now)
    co_await work;
  log("between");
  if (!now)
    workers.spawn(std::move(work));
}

lib::task<void> made_if_wanted(const bool wanted) {
  auto work = wanted ? save(2) : lib::task<void>();
  log("between");
  if (wanted)
    co_await work;
}

// CHECK-NONE
