// A member waits for a flag of its object.
#include "corolint/rt/runtime.hpp"
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

class server {
public:
  rt::task<> stops() {
    // clang-format off: the detector names the line where the thread is
    while (!is_stopped_) {} // expect: coro-loop-without-suspend
    // clang-format on
    co_return;
  }

private:
  std::atomic<bool> is_stopped_ = false;
};

server only;

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
      .block_on(only.stops());
}
