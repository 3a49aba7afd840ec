// A guard is held while its coroutine awaits a timer.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> refreshes() {
  std::lock_guard lock(guards); // expect: coro-lock-across-await
  co_await rt::sleep_for(std::chrono::milliseconds(1));
}

int main() { rt::block_on(refreshes()); }
