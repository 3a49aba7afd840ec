// RUN: %check_rule %s coro-unsafe-spawn-capture
// A lambda coroutine that is called where it stands makes the task.

#include "executor.h"
#include "local_ptr.h"

struct Order {
  int number = 0;
};

lib::task<void> print(int number);

// Found at the argument 'order': it is copied into the frame.
void dispatch(lib::pool &workers, const lib::local_ptr<Order> &order) {
  workers.spawn([](lib::local_ptr<Order> order) -> lib::task<void> {
    co_await print(order->number);
  }(order));
  // CHECK: :[[@LINE-1]]:5: warning: 'order' is copied into a task that another thread may run; 'lib::local_ptr<Order>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-5]]:11: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:5: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: the number is taken out before the task is made.
void dispatch_number(lib::pool &workers, const lib::local_ptr<Order> &order) {
  workers.spawn([](int number) -> lib::task<void> {
    co_await print(number);
  }(order->number));
}
