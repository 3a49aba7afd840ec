// The main function holds a lock while it drives a loop on its own thread.
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <mutex>

namespace rt = corolint::rt;

std::mutex guards;

rt::task<> works() { co_await rt::sleep_for(std::chrono::milliseconds(1)); }

int main() {
  rt::current_thread loop;
  std::lock_guard lock(guards);
  loop.block_on(works());
}
