// A coroutine that is a member locks the mutex of its object twice.
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <cstdlib>
#include <thread>

namespace rt = corolint::rt;

class account {
public:
  rt::task<> add(int amount) {
    const auto held = co_await guards_.lock();
    balance_ += amount;
    const auto again = co_await guards_.lock(); // expect: coro-deadlock
  }

private:
  rt::mutex guards_;
  int balance_ = 0;
};

account mine;

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
      .block_on(mine.add(1));
}
