// RUN: %check_rule %s coro-dangling-parameter
// An eager coroutine has what it needs when it suspends.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

lib::job<> load(const std::string &name) {
  std::string own = name;
  co_await tick();
  print(own);
}
lib::job<> check(const std::string &name) {
  if (name.empty())
    co_return;
  co_await tick();
}
void start() {
  load("job");
  check("job");
}

// CHECK-NONE
