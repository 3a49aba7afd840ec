// RUN: %check_rule %s coro-discarded-task
// A function that returns only if the callable has thrown calls it for that:
// the call makes no task that could be awaited.

#include "lazy.h"
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

lib::task<void> save(int id);

template <class Failure, class Callable> void must_throw(Callable &&callable) {
  try {
    callable();
  } catch (const Failure &) {
    return;
  } catch (...) {
  }
  std::abort();
}

template <class Callable> void throws_or_throws(Callable callable) {
  bool thrown = false;
  try {
    callable();
    throw 1;
  } catch (const std::exception &) {
    thrown = true;
  }
  std::printf("%d\n", thrown);
}

void refuses() {
  must_throw<std::logic_error>([] { save(-1); });
  throws_or_throws([] {
    auto work = save(-2);
    save(-3);
  });
}

// CHECK-NONE
