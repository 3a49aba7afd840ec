// A spawned coroutine knows of a value that belongs to its thread, and does not use it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<> shows(rt::thread_bound<int> &) { co_return; }

rt::task<> starts(rt::thread_bound<int> &window) {
  co_await rt::spawn(shows(window));
}

int main() {
  rt::thread_bound<int> window(1);
  rt::block_on(starts(window));
}
