// A coroutine with a value that belongs to its thread is awaited, not spawned.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<int> shows(rt::thread_bound<int> &window) { co_return *window - 1; }

rt::task<int> starts() {
  rt::thread_bound<int> window(1);
  co_return co_await shows(window);
}

int main() { return rt::block_on(starts()); }
