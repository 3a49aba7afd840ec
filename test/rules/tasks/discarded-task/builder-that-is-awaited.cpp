// RUN: %check_rule %s coro-discarded-task
// A task that is passed through calls of its own.

#include "lazy.h"
#include <utility>

class plan : public lib::task<int> {
public:
  plan with_retries(int count) &&;
  plan on(int executor) &&;
};
plan fetch(int id);

lib::task<int> run() { co_return co_await fetch(1).with_retries(3).on(2); }

// CHECK-NONE
