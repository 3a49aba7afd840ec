// RUN: %check_rule %s coro-ignored-error
// A function of that name in any other class.

struct reporter {
  void unhandled_exception() {}
};
void unhandled_exception() {}

// CHECK-NONE
