// RUN: %check_rule %s coro-discarded-task
// Tasks that operators and functions of the library combine, and then await.

#include "lazy.h"
#include <utility>

lib::task<int> load(int id);
lib::task<int> operator&&(lib::task<int> left, lib::task<int> right);
lib::task<int> operator|(lib::task<int> work, int times);

lib::task<int> both() { co_return co_await (load(1) && load(2)); }

lib::task<int> named() {
  auto first = load(1);
  auto second = load(2);
  co_return co_await (std::move(first) && std::move(second));
}

lib::task<int> piped() {
  auto work = load(1) | 3;
  co_return co_await std::move(work);
}

lib::task<int> chosen(bool left) {
  co_return co_await (left ? load(1) : load(2));
}

// CHECK-NONE
