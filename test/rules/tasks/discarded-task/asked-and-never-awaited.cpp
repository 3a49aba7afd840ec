// RUN: %check_rule %s coro-discarded-task
// Outside of tests, to ask a task for its state is not to await it.

#include "eager.h"

class [[nodiscard]] future : public lib::job<void> {
public:
  bool available() const;
};
future flush(int file);
void log_state(bool done);

// Found.
lib::job<void> close_all() {
  auto first = flush(1);
  // CHECK: :[[@LINE-1]]:8: warning: task 'first' is never awaited; 'flush' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  log_state(first.available());
  co_return;
}

// Not found.
lib::job<void> close_slowly() {
  auto first = flush(1);
  log_state(first.available());
  co_await first;
}
