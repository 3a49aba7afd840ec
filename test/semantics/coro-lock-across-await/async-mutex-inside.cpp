// A lock of the thread is held while a coroutine waits for a lock of a task.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;

std::mutex outer;
rt::mutex inner;

rt::task<> holds() {
  const auto held = co_await inner.lock();
  co_await rt::sleep_for(std::chrono::milliseconds(200));
}

rt::task<> wants() {
  while (inner.try_lock())
    co_await rt::yield();
  std::lock_guard lock(outer); // expect: coro-lock-across-await
  const auto held = co_await inner.lock();
}

rt::task<> both() { co_await rt::join(wants(), holds()); }

int main() { rt::block_on(both()); }
