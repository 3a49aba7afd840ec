// RUN: %check_rule %s coro-spawn-borrows-local
// The task outlives the block.

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
  lib::task<> work;
  {
    std::string name = "inner";
    work = load(name);
    // CHECK: :[[@LINE-1]]:17: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-5]]:15: note: the task is kept in 'work'
    // CHECK: :[[@LINE-10]]:9: note: 'name' is used here, once the task is awaited
    // CHECK: :[[@LINE-5]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
  }
  co_await work;
}

