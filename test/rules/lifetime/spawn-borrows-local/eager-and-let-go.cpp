// RUN: %check_rule %s coro-spawn-borrows-local
// It runs on when the function has returned.

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
void start() {
  std::string name = "job";
  load(name);
  // CHECK: :[[@LINE-1]]:8: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:3: note: the task runs on after this statement
  // CHECK: :[[@LINE-8]]:3: note: 'load' suspends here
  // CHECK: :[[@LINE-8]]:9: note: 'name' is used here afterwards
  // CHECK: :[[@LINE-6]]:15: note: wait for the task before the scope ends, or give it a copy of 'name'
}

