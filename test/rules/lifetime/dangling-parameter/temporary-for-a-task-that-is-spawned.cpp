// RUN: %check_rule %s coro-dangling-parameter
// The pool starts it when the argument is gone.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

void start(lib::pool &pool) { pool.spawn(load("job")); }
// CHECK: :[[@LINE-1]]:47: warning: 'name' of 'load' refers to a temporary that dies at the end of this statement; the task uses it later [coro-dangling-parameter]
// CHECK: :[[@LINE-2]]:36: note: the task is started by 'spawn'
// CHECK: :[[@LINE-6]]:9: note: 'name' is used here, once the task is awaited
// CHECK: :[[@LINE-9]]:37: note: take 'name' by value, or await the task where the argument is made

