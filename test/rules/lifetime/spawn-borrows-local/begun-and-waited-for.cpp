// RUN: %check_rule %s coro-spawn-borrows-local
// The task is kept longer than what it was lent; but what has begun may have
// ended when the scope has waited.

#include "eager.h"
#include "lazy.h"
#include <optional>
#include <string>
#include <string_view>

lib::task<> tick();
lib::task<> told();
void print(std::string_view text);

lib::job<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> waits_in_the_scope() {
  std::optional<lib::job<>> loading;
  {
    std::string name = "job";
    loading = load(name);
    co_await told();
  }
  co_await *loading;
}

lib::task<> leaves_at_once() {
  std::optional<lib::job<>> loading;
  {
    std::string name = "job";
    loading = load(name);
    // CHECK: :[[@LINE-1]]:20: warning: 'name' is lent to a task that may still run when 'name' dies at the end of its scope [coro-spawn-borrows-local]
    // CHECK: :[[@LINE-5]]:29: note: the task is kept in 'loading'
    // CHECK: :[[@LINE-21]]:3: note: 'load' suspends here
    // CHECK: :[[@LINE-21]]:9: note: 'name' is used here afterwards
    // CHECK: :[[@LINE-6]]:17: note: wait for the task before the scope ends, or give it a copy of 'name'
  }
  co_await *loading;
}

