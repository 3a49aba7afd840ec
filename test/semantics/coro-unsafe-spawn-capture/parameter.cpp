// A value that belongs to its thread is an argument of a spawned coroutine.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int>) { co_return; }

rt::task<> starts() {
  auto running = rt::spawn(shows(rt::thread_bound<int>(1))); // expect: coro-unsafe-spawn-capture
  co_await std::move(running);
}

int main() { rt::block_on(starts()); }
