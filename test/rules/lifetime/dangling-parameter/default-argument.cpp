// RUN: %check_rule %s coro-dangling-parameter
// A default argument is a temporary of the caller.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name = "default") {
  co_await tick();
  print(name);
}

lib::task<> run() {
  auto work = load();
  // CHECK: :[[@LINE-1]]:15: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'work'
  // CHECK: :[[@LINE-7]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-10]]:37: note: take 'name' by value, or await the task where the argument is made
  co_await work;
}

