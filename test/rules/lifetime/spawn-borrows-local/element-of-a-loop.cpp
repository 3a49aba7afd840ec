// RUN: %check_rule %s coro-spawn-borrows-local
// All tasks are awaited after the loop, each without its variable.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <vector>

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> run(std::vector<std::string> names) {
  std::vector<lib::task<>> all;
  for (const std::string &name : names) {
    std::string full = name + ".txt";
    all.push_back(load(full));
    // CHECK: :[[@LINE-1]]:24: warning: 'full' is lent to a task that may still run when 'full' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-5]]:28: note: the task is kept in 'all'
    // CHECK: :[[@LINE-10]]:9: note: 'name' is used here, once the task is awaited
    // CHECK: :[[@LINE-5]]:17: note: wait for the task before the scope ends, or give it a copy of 'full'
  }
  for (auto &each : all)
    co_await each;
}

