// RUN: %check_rule %s coro-dangling-parameter
// The wrapper returns a task that refers to its own variables.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> load_default() {
  std::string name = "default";
  return load(name);
  // CHECK: :[[@LINE-1]]:15: warning: 'name' of 'load' refers to 'name', which dies when this function returns; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:3: note: the task is returned here
  // CHECK: :[[@LINE-8]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-11]]:37: note: take 'name' by value, or await the task where 'name' is alive
}

lib::task<> load_copy(std::string name) { return load(name); }
// CHECK: :[[@LINE-1]]:55: warning: 'name' of 'load' refers to 'name', which dies when this function returns; the task uses it later [coro-dangling-parameter]
// CHECK: :[[@LINE-2]]:43: note: the task is returned here
// CHECK: :[[@LINE-15]]:9: note: 'name' is used here, once the task is awaited
// CHECK: :[[@LINE-18]]:37: note: take 'name' by value, or await the task where 'name' is alive

lib::task<> load_kept() {
  std::string name = "kept";
  auto work = load(name);
  // CHECK: :[[@LINE-1]]:20: warning: 'name' of 'load' refers to 'name', which dies when this function returns; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE+3]]:3: note: the task is returned here
  // CHECK: :[[@LINE-23]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-26]]:37: note: take 'name' by value, or await the task where 'name' is alive
  return work;
}

