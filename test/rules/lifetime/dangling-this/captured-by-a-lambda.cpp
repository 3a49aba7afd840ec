// RUN: %check_rule %s coro-dangling-this
// What a temporary lambda calls is a member of the object around it.

#include "seastar_future.h"
#include <string>

seastar::future<> tick();
void use(const std::string &text);

struct connection {
  std::string name;
  seastar::future<> flush() {
    co_await tick();
    use(name);
  }
  seastar::future<> close_now() {
    return [this] { return flush(); }();
  }
  seastar::future<> close_then() {
    auto close = [this] { return flush(); };
    return close();
  }
};

// CHECK-NONE
