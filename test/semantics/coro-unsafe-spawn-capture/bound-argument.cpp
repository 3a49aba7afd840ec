// A function and its argument, which belongs to a thread, are spawned together.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int>) { co_return; }

rt::task<> starts() {
  rt::thread_bound<int> window(1);
  co_await rt::spawn(shows, window); // expect: coro-unsafe-spawn-capture
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
