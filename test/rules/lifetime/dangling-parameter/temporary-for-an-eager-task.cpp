// RUN: %check_rule %s coro-dangling-parameter
// It runs on after the statement.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::job<> load(const std::string &name) {
  co_await tick();
  print(name);
}

void start() { load("job"); }
// CHECK: :[[@LINE-1]]:21: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
// CHECK: :[[@LINE-2]]:16: note: the task runs on after this statement
// CHECK: :[[@LINE-7]]:3: note: 'load' suspends here
// CHECK: :[[@LINE-7]]:9: note: 'name' is used here afterwards
// CHECK: :[[@LINE-10]]:36: note: take 'name' by value, or await the task where the argument is made

