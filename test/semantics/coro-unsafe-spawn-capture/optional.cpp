// A spawned coroutine gets an optional of a value that belongs to its thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"
#include <optional>

namespace rt = corolint::rt;

rt::task<> shows(std::optional<rt::thread_bound<int>>) { co_return; }

rt::task<> starts() {
  std::optional<rt::thread_bound<int>> window(1);
  co_await rt::spawn(shows(window)); // expect: coro-unsafe-spawn-capture
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
