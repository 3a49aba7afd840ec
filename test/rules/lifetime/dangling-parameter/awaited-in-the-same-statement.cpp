// RUN: %check_rule %s coro-dangling-parameter
// The temporary lives until the task is done.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> both(lib::task<> a, lib::task<> b);
lib::task<> logged(lib::task<> work);

lib::task<> run() {
  co_await load("first");
  co_await both(load("second"), load("third"));
  co_await logged(load(std::string("fourth")));
}
void main_of_it() { lib::sync_wait(load("fifth")); }

// CHECK-NONE
