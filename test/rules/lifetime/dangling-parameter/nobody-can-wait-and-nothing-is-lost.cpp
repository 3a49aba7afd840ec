// RUN: %check_rule %s coro-dangling-parameter
// Values, services that are changed by reference, and what is used in time.

#include "eager.h"
#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);

struct service {
  void add(std::string name);
};
lib::detached by_value(std::string name) {
  co_await tick();
  print(name);
}
lib::detached of_a_service(service &s) {
  co_await tick();
  s.add("x");
}
lib::detached by_pointer(service *s) {
  co_await tick();
  s->add("x");
}
lib::detached in_time(const std::string &name) {
  std::string own = name;
  co_await tick();
  print(own);
}
lib::detached to_silence(const std::string &name) {
  co_await tick();
  (void)name;
}

// CHECK-NONE
