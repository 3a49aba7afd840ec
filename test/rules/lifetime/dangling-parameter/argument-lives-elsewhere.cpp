// RUN: %check_rule %s coro-dangling-parameter
// Members, globals, what the caller has by reference, literals.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name) {
  co_await tick();
  print(name);
}

lib::task<> show(std::string_view text) {
  co_await tick();
  print(text);
}
std::string global;
struct session {
  std::string name;
  lib::task<> load_own() { return load(name); }
};
lib::task<> pass_on(const std::string &name) { return load(name); }
lib::task<> load_global() { return load(global); }
lib::task<> load_static() {
  static const std::string name = "static";
  return load(name);
}
lib::task<> run() {
  auto work = show("a literal");
  co_await work;
}

// CHECK-NONE
