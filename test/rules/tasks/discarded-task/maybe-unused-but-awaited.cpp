// RUN: %check_rule %s coro-discarded-task
// However the variable is declared, it is awaited in the end.

#include "lazy.h"
#include <utility>

lib::task<int> fetch(int id);

#define AWAIT(expression)                                                      \
  do {                                                                         \
    auto &&awaited_ = (expression);                                            \
    co_await std::forward<decltype(awaited_)>(awaited_);                       \
  } while (false)

lib::task<int> sum() {
  [[maybe_unused]] auto first = fetch(1);
  lib::task<int> second{fetch(2)};
  lib::task<int> third(fetch(3));
  lib::task<int> fourth = {fetch(4)};
  auto &&fifth = fetch(5);
  AWAIT(fetch(6));
  auto seventh = fetch(7);
  AWAIT(seventh);
  int result = co_await first + co_await second + co_await third;
  co_return result + co_await fourth + co_await std::move(fifth);
}

// CHECK-NONE
