// A task with a value that belongs to its thread is spawned on that thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<int> shows(rt::thread_bound<int> window) { co_return *window - 1; }

rt::task<int> starts() {
  rt::thread_bound<int> window(1);
  co_return co_await rt::spawn_local(shows(window));
}

int main() {
  rt::current_thread loop;
  return loop.block_on(starts());
}
