// RUN: %check_rule %s coro-spawn-borrows-local
// It dies before what its tasks were lent.

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

lib::task<> run() {
  std::string name = "job";
  std::vector<lib::task<>> all;
  all.push_back(load(name));
  {
    std::string *unused = &name;
    (void)unused;
  }
  for (auto &each : all)
    co_await each;
}

// CHECK-NONE
