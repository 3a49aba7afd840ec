// RUN: %check_rule %s coro-spawn-borrows-local
// What the task owns or what never dies.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(std::string name) {
  co_await tick();
  print(name);
}
lib::task<> show(std::string_view name) {
  co_await tick();
  print(name);
}
void start(lib::pool &pool) {
  std::string name = "job";
  static const std::string constant = "static";
  pool.spawn(load(name));
  pool.spawn(show(constant));
  pool.post([name] { print(name); });
  pool.post([own = name] { print(own); });
  pool.post([text = std::string_view("literal")] { print(text); });
}

// CHECK-NONE
