// A task makes for itself what belongs to its thread, and suspends nowhere.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"

namespace rt = corolint::rt;

rt::task<int> shows() {
  rt::thread_bound<int> window(0);
  co_return *window;
}

rt::task<int> starts() { co_return co_await rt::spawn(shows()); }

int main() { return rt::block_on(starts()); }
