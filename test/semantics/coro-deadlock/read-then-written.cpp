// A reader locks the shared mutex to write, and waits for itself to stop
// reading.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

rt::shared_mutex guards;

rt::task<> waits() {
  const auto reading = co_await guards.lock_shared();
  const auto writing = co_await guards.lock(); // expect: coro-deadlock
}

int main() {
  // It never ends by itself.
  std::thread([] {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    std::_Exit(0);
  }).detach();
  rt::runtime::builder{}
      .workers(1)
      .stall_limit(std::chrono::milliseconds(20))
      .build()
      .block_on(waits());
}
