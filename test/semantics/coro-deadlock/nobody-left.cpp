// A task waits for an event that only a task could set which waits as well.
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <unistd.h>

namespace rt = corolint::rt;

rt::task<> after(rt::event &mine, rt::event &others) {
  co_await others.wait(); // expect: coro-deadlock
  mine.set();
}

rt::task<> both() {
  rt::event first, second;
  co_await rt::join(after(first, second), after(second, first));
}

int main() {
  // It never ends by itself; and another thread could be the one that helps.
  std::signal(SIGALRM, [](int) { std::_Exit(0); });
  alarm(1);
  rt::runtime::builder{}
      .workers(2)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(both());
}
