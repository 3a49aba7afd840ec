// A task that does something every second, beside one that is busy.

#include "corolint/rt/interval.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<> heartbeat() {
  rt::interval ticks(1s, rt::missed_ticks::skip);
  const auto begin = rt::now();
  for (;;) {
    const auto due = co_await ticks.tick();
    const auto at = std::chrono::round<std::chrono::seconds>(due - begin);
    std::cout << "alive at " << at.count() << " s\n";
  }
}

rt::task<> work() {
  co_await rt::sleep_for(3500ms);
  std::cout << "work done\n";
}

rt::task<> program() { co_await rt::select(work(), heartbeat()); }

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
