// RUN: %check_rule %s coro-dangling-parameter
// A wrapper that passes its reference on borrows as much.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> load_logged(const std::string &name) {
  print(name);
  return load(name);
}

lib::task<> run() {
  auto work = load_logged("first");
  // CHECK: :[[@LINE-1]]:27: warning: 'name' of 'load_logged' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'work'
  // CHECK: :[[@LINE-12]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-10]]:44: note: take 'name' by value, or await the task where the argument is made
  co_await work;
}

