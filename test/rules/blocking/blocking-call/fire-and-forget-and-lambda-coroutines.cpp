// RUN: %check_rule %s coro-blocking-call
// Every kind of coroutine runs on somebody's thread.

#include "eager.h"
#include "lazy.h"
#include <unistd.h>

// Found.
lib::detached log_later(int file) {
  ::fsync(file);
  co_return;
}

// Found: runs at once, on the thread of its caller.
lib::job<> log_now(int file) {
  ::fsync(file);
  co_return;
}

struct logger {
  int file;
  // Found in the lambda, which is the coroutine; flush is none.
  lib::task<void> flush() {
    return [](int number) -> lib::task<void> {
      ::fsync(number);
      co_return;
    }(file);
  }
};

// Found: a generic lambda.
inline const auto flush_any = [](auto &, int number) -> lib::task<void> {
  ::fsync(number);
  co_return;
};
