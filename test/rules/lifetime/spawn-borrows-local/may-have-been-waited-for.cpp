// RUN: %check_rule %s coro-spawn-borrows-local
// A suspension, a latch, a call of what nobody can read.

#include "executor.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <latch>

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

void drain(lib::pool &pool);
lib::task<> suspends(lib::pool &pool) {
  std::string name = "job";
  pool.spawn(load(name));
  co_await tick();
}
void waits(lib::pool &pool) {
  std::latch done(1);
  pool.post([&done] { done.count_down(); });
  done.wait();
}
void calls(lib::pool &pool) {
  std::string name = "job";
  pool.spawn(load(name));
  drain(pool);
}

// CHECK-NONE
