// RUN: %check_rule %s coro-spawn-borrows-local
// Whoever gets the task may end it at once.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

struct runner {
  void run(lib::task<> work);
};
void start(runner &r) {
  std::string name = "job";
  r.run(load(name));
}

// CHECK-NONE
