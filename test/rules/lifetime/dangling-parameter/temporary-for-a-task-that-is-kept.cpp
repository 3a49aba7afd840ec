// RUN: %check_rule %s coro-dangling-parameter
// The literal becomes a string that lives as long as the statement.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> run() {
  auto first = load("first");
  // CHECK: :[[@LINE-1]]:21: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'first'
  // CHECK: :[[@LINE-7]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-10]]:37: note: take 'name' by value, or await the task where the argument is made
  auto second = load(std::string("second"));
  // CHECK: :[[@LINE-1]]:22: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'second'
  // CHECK: :[[@LINE-12]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-15]]:37: note: take 'name' by value, or await the task where the argument is made
  co_await first;
  co_await second;
}

