// RUN: %check_rule %s coro-spawn-borrows-local
// The task is done before its variable dies.

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
  lib::task<> work;
  for (const std::string &name : names) {
    std::string full = name + ".txt";
    work = load(full);
    co_await work;
  }
  co_await tick();
}

// CHECK-NONE
