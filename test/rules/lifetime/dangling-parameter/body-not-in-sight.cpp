// RUN: %check_rule %s coro-dangling-parameter
// It may be no coroutine and copy what it needs; so may an override.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::task<> load(const std::string &name);
struct source {
  virtual ~source() = default;
  virtual lib::task<> load(const std::string &name) {
    co_await tick();
    print(name);
  }
};
lib::task<> copies(const std::string &name) {
  return [](std::string own) -> lib::task<> {
    co_await tick();
    print(own);
  }(name);
}
lib::task<> run(source &from) {
  auto first = load("first");
  auto second = from.load("second");
  auto third = copies("third");
  co_await first, co_await second, co_await third;
}

// CHECK-NONE
