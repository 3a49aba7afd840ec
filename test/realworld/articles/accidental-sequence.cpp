// RUN: %check_rule %s 'coro-*' -- -I%root/runtime/include
// One co_await after the other: six seconds where two would do. No check looks
// for it yet; this file says so, and that join and its kin are clean.

#include "corolint/rt/join.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/stream_operations.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<std::string> fetch(int id) {
  co_await rt::sleep_for(2s);
  co_return "data " + std::to_string(id);
}

// Wrong: nothing of the second depends on the first.
rt::task<> in_sequence() {
  const std::string first = co_await fetch(1);
  const std::string second = co_await fetch(2);
  const std::string third = co_await fetch(3);
}

// Right.
rt::task<> at_once() {
  const auto [first, second, third] =
      co_await rt::join(fetch(1), fetch(2), fetch(3));
}

// Right: ten of them at the same time.
rt::task<std::vector<std::string>> many_at_once(std::vector<int> ids) {
  auto pages = std::move(ids) | rt::transform(fetch) |
               rt::buffer_unordered(10) | rt::collect();
  co_return co_await std::move(pages);
}
// CHECK-NONE
