// A task waits for an event that another one sets.
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::event ready;

rt::task<> waits() { co_await ready.wait(); }

rt::task<> sets() {
  co_await rt::sleep_for(std::chrono::milliseconds(300));
  ready.set();
}

rt::task<> both() { co_await rt::join(waits(), sets()); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(100))
      .build()
      .block_on(both());
}
