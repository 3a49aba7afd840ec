// RUN: %check_rule %s coro-dangling-parameter
// A copy of a named view looks where the first one looks.

#include "executor.h"
#include <string>
#include <string_view>

template <class T> class named {
public:
  named() = default;
  explicit named(T value) : value_(value) {}
  operator const T &() const { return value_; }
  const T &operator()() const { return value_; }

private:
  T value_{};
};
using name_view = named<std::string_view>;

lib::task<void> tick();
void print(std::string_view text);

lib::task<void> save(name_view name) {
  co_await tick();
  print(name());
}

lib::task<void> save_all(const std::string &name) {
  name_view view{name};
  return save(view);
}

// CHECK-NONE
