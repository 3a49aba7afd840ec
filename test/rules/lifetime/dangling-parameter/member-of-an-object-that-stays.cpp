// RUN: %check_rule %s coro-dangling-parameter
// A member of the caller lives as long as the caller.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

struct session {
  std::string name;
  lib::task<> work;
  void begin() { work = load(name); }
};
lib::task<> run(session &s) {
  s.work = load(s.name);
  auto other = load(s.name);
  co_await other;
}

// CHECK-NONE
