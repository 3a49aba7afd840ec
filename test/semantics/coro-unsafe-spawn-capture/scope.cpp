// A scope spawns a coroutine with a value that belongs to its thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int>) { co_return; }

rt::task<> starts() {
  co_await rt::with_scope([](rt::scope &inner) -> rt::task<> {
    inner.spawn(shows(rt::thread_bound<int>(1))); // expect: coro-unsafe-spawn-capture
    co_return;
  });
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
