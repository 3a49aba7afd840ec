// RUN: %check_rule %s coro-dangling-parameter
// A view is copied, what it looks into is not.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <span>
#include <vector>

lib::task<> show(std::string_view text) {
  co_await tick();
  print(text);
}
lib::task<> sum(std::span<const int> numbers) {
  co_await tick();
  print(numbers.empty() ? "none" : "some");
}
std::string name();

lib::task<> run() {
  auto first = show(name());
  // CHECK: :[[@LINE-1]]:21: warning: 'text' of 'show' looks into a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'first'
  // CHECK: :[[@LINE-12]]:9: note: 'text' is used here, once the task is awaited
  // CHECK: :[[@LINE-15]]:35: note: take 'text' by value, or await the task where the argument is made
  auto second = sum(std::vector<int>{1, 2});
  // CHECK: :[[@LINE-1]]:21: warning: 'numbers' of 'sum' looks into a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'second'
  // CHECK: :[[@LINE-13]]:9: note: 'numbers' is used here, once the task is awaited
  // CHECK: :[[@LINE-16]]:38: note: take 'numbers' by value, or await the task where the argument is made
  auto third = show(name() + "x");
  // CHECK: :[[@LINE-1]]:21: warning: 'text' of 'show' looks into a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'third'
  // CHECK: :[[@LINE-22]]:9: note: 'text' is used here, once the task is awaited
  // CHECK: :[[@LINE-25]]:35: note: take 'text' by value, or await the task where the argument is made
  co_await first;
  co_await second;
  co_await third;
}

