// RUN: %check_rule %s coro-blocking-call
// Macros of a code base: the place is where the macro is used.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

#define SLEEP_MS(n) std::this_thread::sleep_for(std::chrono::milliseconds(n))
#define RETRY(times, call)                                                     \
  for (int left = (times); left > 0 && !(call); --left)                        \
  SLEEP_MS(10)

lib::task<bool> ping(int host);

// Found.
lib::task<void> settle(int host) {
  co_await ping(host);
  SLEEP_MS(100);
}

// Found once at RETRY, which sleeps by a macro of its own.
lib::task<void> ping_stubbornly(int host) { RETRY(3, co_await ping(host)); }
