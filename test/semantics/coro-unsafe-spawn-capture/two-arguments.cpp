// Of two arguments of a spawned coroutine the second belongs to its thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/thread_bound.hpp"
#include <string>

namespace rt = corolint::rt;

rt::task<> shows(std::string, rt::thread_bound<std::string>) { co_return; }

rt::task<> starts() {
  rt::thread_bound<std::string> title("first");
  for (int at = 0; at != 2; ++at)
    co_await rt::spawn(shows("page", title)); // expect: coro-unsafe-spawn-capture
}

int main() {
  rt::current_thread loop;
  loop.block_on(starts());
}
