// RUN: %check_rule %s coro-discarded-task
// Types whose shape says nothing, marked by the people who know.

#include "lazy.h"

class [[clang::annotate("corolint::must_await")]] ticket {
public:
  void wait();
};
class [[clang::annotate("corolint::task")]] plan {
public:
  void run();
};
ticket submit(int order);
plan compute();
[[clang::annotate("corolint::detaches")]] lib::task<void> start(int order);

// Found twice: the ticket and the plan.
void order(int number) {
  submit(number);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'submit' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: hand it to a function that runs or spawns it, or return it
  compute();
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'compute' is dropped; it is lazy, so 'compute' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: hand it to a function that runs or spawns it, or return it
}

// Not found: start says that it may be dropped.
void order_and_go(int number) {
  start(number);
  compute().run();
}
