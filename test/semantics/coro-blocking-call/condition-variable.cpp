// A coroutine waits on a condition variable of the standard library.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <condition_variable>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;
std::condition_variable changed;
bool is_ready = false;

rt::task<bool> waits() {
  std::unique_lock lock(guards);
  co_return changed.wait_for(lock, std::chrono::milliseconds(5), [] { return is_ready; }); // expect: coro-blocking-call
}

int main() { return rt::block_on(waits()); }
