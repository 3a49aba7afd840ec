// A coroutine is stopped while it still has a task to await.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::task<> saves() { co_return; }

rt::task<> handles() {
  auto work = saves();
  co_await rt::sleep_for(std::chrono::hours(1));
  co_await std::move(work);
}

rt::task<int> stops() {
  auto running = rt::spawn(handles());
  co_await rt::yield();
  running.abort();
  try {
    co_await std::move(running);
  } catch (const rt::task_stopped &) {
    co_return 0;
  }
  co_return 1;
}

int main() { return rt::block_on(stops()); }
