// RUN: %check_rule %s coro-dangling-parameter
// A copy of a view looks into what its caller has, not into the view.

#include "lazy.h"
#include <span>
#include <string_view>

lib::task<> tick();

lib::task<int> first(std::span<const int> numbers) {
  co_await tick();
  co_return numbers.empty() ? 0 : numbers[0];
}
lib::task<int> length(std::string_view text) {
  co_await tick();
  co_return static_cast<int>(text.size());
}
lib::task<int> first_of(std::span<const int> numbers) { return first(numbers); }
lib::task<int> first_mutable(std::span<int> numbers) { return first(numbers); }
lib::task<int> length_of(std::string_view text) { return length(text); }
lib::task<int> length_of_rest(std::string_view text) {
  std::string_view rest = text.substr(1);
  return length(rest);
}

// CHECK-NONE
