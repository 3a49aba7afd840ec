// RUN: %check_rule %s coro-dangling-parameter
// What is taken by value is its own, however it got there.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(std::string name) {
  co_await tick();
  print(name);
}
lib::task<> later(std::string name) { return load(std::move(name)); }
lib::task<> again() {
  std::string name = "x";
  auto work = load(name);
  return work;
}

// CHECK-NONE
