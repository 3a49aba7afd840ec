// RUN: %check_rule %s coro-discarded-task
// The usual names of such functions, whose failure is out of sight.

#include "lazy.h"
#include <stdexcept>

lib::task<void> save(int id);
void fail_unless(bool condition);

namespace check {
template <class Failure, class Callable>
void assert_throws(Callable &&callable) {
  try {
    callable();
  } catch (const Failure &) {
    return;
  } catch (...) {
  }
  fail_unless(false);
}
} // namespace check

void refuses() {
  check::assert_throws<std::logic_error>([] { save(-1); });
}

// CHECK-NONE
