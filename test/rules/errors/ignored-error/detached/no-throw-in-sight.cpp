// RUN: %check_rule %s coro-ignored-error
// Whether they ever fail is not to be seen.

#include "detaching.h"

lib::task<> tick();
lib::task<> elsewhere(int id);
int parse(int id) {
  if (id < 0)
    throw id;
  return id;
}
lib::task<> calls() {
  co_await tick();
  parse(1);
}
lib::task<> promises(int id) noexcept {
  co_await tick();
  throw id;
}
lib::task<> in_a_lambda() {
  auto check = [](int id) {
    if (id < 0)
      throw id;
  };
  co_await tick();
  check(1);
}
template <bool Checked> lib::task<> by_choice() {
  co_await tick();
  if constexpr (Checked)
    throw 1;
}

void start(lib::task<> given) {
  lib::go(elsewhere(1));
  lib::go(calls());
  lib::go(promises(1));
  lib::go(in_a_lambda());
  lib::go(by_choice<false>());
  lib::go(std::move(given));
}

// CHECK-NONE
