// A set of tasks spawns a coroutine with a value that belongs to its thread.
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int>) { co_return; }

rt::task<> starts() {
  rt::join_set<void> all;
  all.spawn(shows(rt::thread_bound<int>(1))); // expect: coro-unsafe-spawn-capture
  co_await all.next();
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
