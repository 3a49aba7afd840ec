// A lambda that is a coroutine is spawned with a value that belongs to its thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> starts() {
  rt::thread_bound<int> window(1);
  const auto shows = [](rt::thread_bound<int>) -> rt::task<> { co_return; };
  co_await rt::spawn(shows(window)); // expect: coro-unsafe-spawn-capture
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
