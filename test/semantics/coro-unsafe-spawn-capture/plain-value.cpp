// Only a number is taken out of what belongs to the thread, and travels.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<int> shows(int width) { co_return width - 1; }

rt::task<int> starts() {
  rt::thread_bound<int> window(1);
  const int width = *window;
  co_return co_await rt::spawn(shows(width));
}

int main() {
  rt::current_thread loop;
  return loop.block_on(starts());
}
