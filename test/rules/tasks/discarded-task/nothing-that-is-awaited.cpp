// RUN: %check_rule %s coro-discarded-task
// Things of the neighbourhood of coroutines that are dropped all the time.

#include "lazy.h"
#include <coroutine>
#include <exception>

struct ticket {
  int number;
};
[[nodiscard]] std::coroutine_handle<> next_waiter();
std::exception_ptr last_failure();
ticket take_ticket();
lib::task<int> fetch(int id);

// Names like those of an awaiter, with another meaning.
struct queue {
  bool await_ready(int timeout);
  queue &await_suspend();
};
queue make_queue();

lib::task<void> run(std::coroutine_handle<> self) {
  (void)next_waiter();
  auto waiter = next_waiter();
  std::coroutine_handle<>::from_address(self.address());
  last_failure();
  take_ticket();
  make_queue();
  make_queue().await_suspend().await_ready(1);
  co_await fetch(1);
  (void)co_await fetch(2);
}

// CHECK-NONE
