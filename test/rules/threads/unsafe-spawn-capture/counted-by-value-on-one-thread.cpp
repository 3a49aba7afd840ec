// RUN: %check_rule %s coro-unsafe-spawn-capture
// Ordinary objects that tasks take by reference, where nothing runs at once.

#include "executor.h"
#include "lazy.h"
#include <string>
#include <vector>

void print(const std::string &text);

void on_a_loop(lib::loop &loop) {
  int count = 0;
  loop.spawn([&]() -> lib::task<void> {
    ++count;
    co_return;
  }());
  ++count;
}

lib::task<void> in_a_scope(lib::scope &scope) {
  std::vector<int> found;
  scope.spawn([&]() -> lib::task<void> {
    found.push_back(1);
    co_return;
  }());
  co_await scope.join();
  found.push_back(2);
}

void own_copies(lib::pool &workers) {
  std::string name = "first";
  workers.post([name] { print(name); });
  name = "second";
  workers.post([name] { print(name); });
}

void only_the_task(lib::pool &workers, std::string &name) {
  workers.post([&name] { name += "!"; });
}

// CHECK-NONE
