// RUN: %check_rule %s coro-spawn-borrows-local
// An early return leaves the task with nothing.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> run(lib::pool &pool, bool hurry) {
  std::string name = "job";
  pool.spawn(load(name));
  // CHECK: :[[@LINE-1]]:19: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:8: note: the task is started by 'spawn'
  // CHECK: :[[@LINE-8]]:9: note: 'name' is used here, once the task is awaited
  // CHECK: :[[@LINE-5]]:15: note: wait for the task before the scope ends, or give it a copy of 'name'
  if (hurry)
    co_return;
  co_await tick();
}

