// RUN: %check_rule %s coro-blocking-call
// Calls that would wait, were their time-out not zero: they only look.

#include "lazy.h"
#include <chrono>
#include <poll.h>
#include <semaphore>
#include <thread>

using namespace std::chrono_literals;

std::binary_semaphore wake(0);
constexpr std::chrono::milliseconds grace = 0ms;

lib::task<bool> has_input(int descriptor) {
  pollfd look{descriptor, POLLIN, 0};
  const int no_wait = 0;
  co_return ::poll(&look, 1, 0) > 0 || ::poll(&look, 1, no_wait) > 0;
}

lib::task<bool> was_woken() {
  std::this_thread::sleep_for(grace);
  std::this_thread::sleep_for(std::chrono::seconds::zero());
  co_return wake.try_acquire_for(0s);
}
// CHECK-NONE
