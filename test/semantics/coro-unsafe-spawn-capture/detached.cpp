// A coroutine with a value that belongs to its thread is spawned and detached.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"
#include "corolint/rt/yield.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int>) { co_return; }

rt::task<> starts() {
  rt::spawn(shows(rt::thread_bound<int>(1))).detach(); // expect: coro-unsafe-spawn-capture
  co_await rt::yield();
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
