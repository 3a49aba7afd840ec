// Waits for a task for a while, then stops it.

#include "corolint/rt/runtime.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <iostream>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

struct progress {
  int steps = 0;
  ~progress() { std::cout << "work ended after " << steps << " steps\n"; }
};

rt::task<> long_work() {
  progress made;
  for (; made.steps != 10; ++made.steps)
    co_await rt::sleep_for(1s); // a stop is noticed here
  std::cout << "work completed\n";
}

rt::task<> patience() { co_await rt::sleep_for(3500ms); }

rt::task<> program() {
  // Whichever is not first has been stopped, and awaited, when select is done.
  const auto first = co_await rt::select(long_work(), patience());
  if (first.index() == 0)
    std::cout << "completed in time\n";
  else
    std::cout << "out of patience, cancelled\n";
}

int main() {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on(program());
}
