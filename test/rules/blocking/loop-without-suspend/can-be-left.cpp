// RUN: %check_rule %s coro-loop-without-suspend
// There is a way out.

#include "lazy.h"
#include <cstdlib>
#include <stdexcept>

int next();

lib::task<void> by_break() {
  while (true)
    if (next() == 0)
      break;
  co_return;
}

lib::task<int> by_co_return() {
  for (;;)
    if (int value = next())
      co_return value;
}

lib::task<void> by_throw() {
  while (true)
    if (next() == 0)
      throw std::runtime_error("end");
  co_return;
}

lib::task<void> by_goto() {
  while (true)
    while (true)
      if (next() == 0)
        goto end;
end:
  co_return;
}

lib::task<void> by_exit() {
  while (true)
    if (next() == 0)
      std::exit(0);
  co_return;
}

// CHECK-NONE
