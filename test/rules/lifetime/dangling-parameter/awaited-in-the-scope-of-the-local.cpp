// RUN: %check_rule %s coro-dangling-parameter
// The argument outlives its task.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}
#include <vector>

lib::task<> run() {
  std::string name = "x";
  auto work = load(name);
  co_await tick();
  co_await work;
  std::vector<lib::task<>> all;
  all.push_back(load(name));
  for (auto &each : all)
    co_await each;
}

// CHECK-NONE
