// RUN: %check_rule %s coro-spawn-borrows-local
// If the first wait fails, nobody waits for the task that runs meanwhile.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>
#include <vector>

lib::task<> tick();
lib::task<> other();
void print(std::string_view text);

lib::job<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> run() {
  std::string name = "job";
  auto loading = load(name);
  // CHECK: :[[@LINE-1]]:23: warning: 'name' is lent to a task that may still run when 'name' dies because another co_await throws [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:8: note: the task is kept in 'loading'
  // CHECK: :[[@LINE+4]]:3: note: if this throws, nobody waits for the task
  // CHECK: :[[@LINE-10]]:3: note: 'load' suspends here
  // CHECK: :[[@LINE-10]]:9: note: 'name' is used here afterwards
  // CHECK: :[[@LINE-7]]:15: note: wait for the task before the scope ends, or give it a copy of 'name'
  co_await other();
  co_await loading;
}

lib::task<> run_all(int count) {
  std::string name = "job";
  std::vector<lib::job<>> all;
  for (int i = 0; i != count; ++i)
    all.push_back(load(name));
    // CHECK: :[[@LINE-1]]:24: warning: 'name' is lent to a task that may still run when 'name' dies because another co_await throws [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-4]]:27: note: the task is kept in 'all'
    // CHECK: :[[@LINE+4]]:3: note: if this throws, nobody waits for the task
    // CHECK: :[[@LINE-25]]:3: note: 'load' suspends here
    // CHECK: :[[@LINE-25]]:9: note: 'name' is used here afterwards
    // CHECK: :[[@LINE-9]]:15: note: wait for the task before the scope ends, or give it a copy of 'name'
  co_await other();
  for (auto &each : all)
    co_await each;
}

lib::task<> caught_too_late() {
  try {
    std::string name = "job";
    auto loading = load(name);
    // CHECK: :[[@LINE-1]]:25: warning: 'name' is lent to a task that may still run when 'name' dies because another co_await throws [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-2]]:10: note: the task is kept in 'loading'
    // CHECK: :[[@LINE+4]]:5: note: if this throws, nobody waits for the task
    // CHECK: :[[@LINE-40]]:3: note: 'load' suspends here
    // CHECK: :[[@LINE-40]]:9: note: 'name' is used here afterwards
    // CHECK: :[[@LINE-7]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
    co_await other();
    co_await loading;
  } catch (...) {
    print("failed");
  }
}

