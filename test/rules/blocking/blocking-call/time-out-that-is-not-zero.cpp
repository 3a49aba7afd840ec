// RUN: %check_rule %s coro-blocking-call
// A time-out bounds the damage; the thread stands still all the same.

#include "lazy.h"
#include <chrono>
#include <poll.h>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

std::binary_semaphore wake(0);

// Found: for ever.
lib::task<bool> has_input(int descriptor) {
  pollfd look{descriptor, POLLIN, 0};
  co_return ::poll(&look, 1, -1) > 0;
}

// Found twice: a length that only the caller knows, and one that anybody does.
lib::task<bool> was_woken(std::chrono::milliseconds patience) {
  std::this_thread::sleep_for(patience);
  co_return wake.try_acquire_for(5ms);
}
