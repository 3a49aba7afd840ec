// RUN: %check_rule %s coro-task-reused
// Whether the task is still there is kept in a variable.

#include "lazy.h"

lib::task<void> save(int id);
enum class state { begin, run, end };

lib::task<void> by_a_flag(int rounds) {
  auto work = save(1);
  bool first = true;
  while (rounds-- > 0) {
    if (first)
      co_await work;
    first = false;
  }
}

lib::task<void> by_a_state(state now) {
  auto work = save(1);
  while (now != state::end)
    switch (now) {
    case state::begin:
      now = state::run;
      break;
    case state::run:
      co_await work;
      now = state::end;
      break;
    case state::end:
      break;
    }
}

// CHECK-NONE
