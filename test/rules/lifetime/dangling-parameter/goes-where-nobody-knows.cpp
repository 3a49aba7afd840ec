// RUN: %check_rule %s coro-dangling-parameter
// A function that takes the task may run it at once.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

void run_now(lib::task<> work);
void start() { run_now(load("x")); }

// CHECK-NONE
