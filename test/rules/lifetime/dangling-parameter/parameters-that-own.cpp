// RUN: %check_rule %s coro-dangling-parameter
// By value nothing is borrowed; an unused reference is not missed.

#include "lazy.h"
#include <string>
#include <string_view>

lib::task<> tick();
void print(std::string_view text);
#include <memory>
#include <vector>

lib::task<> a(std::string name) { co_await tick(), print(name); }
lib::task<> b(std::shared_ptr<std::string> name) {
  co_await tick(), print(*name);
}
lib::task<> c(std::vector<int> numbers) {
  co_await tick(), print(numbers.empty() ? "" : "x");
}
lib::task<> d(const std::string &) { co_await tick(); }
lib::task<> e(const std::string &name) {
  (void)name;
  co_await tick();
}
struct tag {};
lib::task<> f(const tag &by) {
  co_await tick();
  tag copy = by;
}
lib::task<> run() {
  auto all = {1};
  auto first = a("a");
  auto second = b(std::make_shared<std::string>("b"));
  auto third = c({1, 2});
  auto fourth = d("d");
  auto fifth = e("e");
  auto sixth = f(tag());
  co_await first, co_await second, co_await third;
  co_await fourth, co_await fifth, co_await sixth;
}

// CHECK-NONE
