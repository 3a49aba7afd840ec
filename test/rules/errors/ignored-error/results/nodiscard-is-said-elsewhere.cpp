// RUN: %check_rule %s coro-ignored-error
// Of a class that is [[nodiscard]], coro-discarded-task speaks.

#include "lazy.h"

struct [[nodiscard]] status {
  bool good = true;
};
lib::task<status> flush();
lib::task<> run() { co_await flush(); }

// CHECK-NONE
