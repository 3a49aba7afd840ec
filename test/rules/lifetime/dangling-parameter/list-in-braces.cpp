// RUN: %check_rule %s coro-dangling-parameter
// The array behind an initializer_list lives as long as the statement.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <initializer_list>

lib::task<> show(std::initializer_list<int> numbers) {
  co_await tick();
  for (int number : numbers)
    print(number ? "some" : "none");
}

lib::task<> run() {
  auto work = show({1, 2, 3});
  // CHECK: :[[@LINE-1]]:20: warning: 'numbers' of 'show' looks into a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'work'
  // CHECK: :[[@LINE-8]]:21: note: 'numbers' is used here, once the task is awaited
  // CHECK: :[[@LINE-11]]:45: note: take 'numbers' by value, or await the task where the argument is made
  co_await work;
}

