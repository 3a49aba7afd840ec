// RUN: %check_rule %s coro-spawn-borrows-local
// What the caller has by reference is not ours to lose.

#include "executor.h"
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
};
void start(lib::pool &pool, const std::string &name, session &s,
           std::string *text) {
  pool.spawn(load(name));
  pool.spawn(load(s.name));
  pool.spawn(load(*text));
  std::string &alias = s.name;
  pool.post([&alias] { print(alias); });
}

// CHECK-NONE
