// RUN: %check_rule %s coro-task-reused
// What the library promises: the first wait takes the result, by get() as well.

#include "results.h"

using concurrencpp::result;

result<int> load(int id);

result<int> awaited_twice() {
  auto number = load(1);
  const int first = co_await number;
  co_return first + co_await number;
  // CHECK: :[[@LINE-1]]:21: warning: task 'number' is awaited again; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:21: note: awaited here before
  // CHECK: :[[@LINE-3]]:21: note: keep the result of the first co_await in a variable, or call the coroutine again for another task
}

result<int> asked_and_awaited(bool now) {
  auto number = load(1);
  int sum = 0;
  if (now)
    sum = number.get();
  co_return sum + co_await number;
  // CHECK: :[[@LINE-1]]:19: warning: task 'number' may be awaited after 'get' took what was in it; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-3]]:18: note: 'get' takes it here
  // CHECK: :[[@LINE-3]]:19: note: go on with what 'get' returned
}

int asked_twice() {
  auto number = load(1);
  return number.get() + number.get();
  // CHECK: :[[@LINE-1]]:32: warning: task 'number' is used after 'get' took what was in it; it is empty by then [coro-task-reused]
  // CHECK: :[[@LINE-2]]:17: note: 'get' takes it here
  // CHECK: :[[@LINE-3]]:32: note: go on with what 'get' returned
}

result<int> asked_before_it_is_awaited() {
  auto number = load(1);
  int sum = 0;
  if (number)
    sum = co_await number;
  if (number)
    sum += co_await number;
  co_return sum;
}
