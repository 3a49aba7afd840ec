// A task waits for a lock that another one lets go after a while.
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>

namespace rt = corolint::rt;

rt::mutex guards;

rt::task<> holds() {
  const auto held = co_await guards.lock();
  co_await rt::sleep_for(std::chrono::milliseconds(200));
}

rt::task<> wants() { const auto held = co_await guards.lock(); }

rt::task<> waits() { co_await rt::join(holds(), wants()); }

int main() {
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
