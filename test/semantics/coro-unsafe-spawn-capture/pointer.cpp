// A spawned coroutine gets a pointer to a value that belongs to its thread, and only compares it.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<bool> shows(rt::thread_bound<int> *window) { co_return window == nullptr; }

rt::task<bool> starts(rt::thread_bound<int> *window) {
  co_return co_await rt::spawn(shows(window));
}

int main() {
  rt::thread_bound<int> window(1);
  return rt::block_on(starts(&window));
}
