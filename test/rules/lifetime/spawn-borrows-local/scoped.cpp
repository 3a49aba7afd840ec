// RUN: %check_rule %s coro-spawn-borrows-local
// The scope ends its tasks.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> run(lib::scope &scope) {
  std::string name = "job";
  scope.spawn(load(name));
  co_return;
}

// CHECK-NONE
