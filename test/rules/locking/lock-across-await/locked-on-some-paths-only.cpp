// RUN: %check_rule %s coro-lock-across-await
// One branch forgets to unlock: "may stay locked".

#include "lazy.h"
#include <mutex>

lib::task<void> store(int value);

std::mutex state_mutex;
int state;

// Found, with "may": only the path through the first branch unlocks.
lib::task<void> bump(bool quick) {
  std::unique_lock lock(state_mutex);
  ++state;
  if (quick)
    lock.unlock();
  co_await store(1);
}
