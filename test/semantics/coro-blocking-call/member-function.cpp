// A member function sleeps; the object is a parameter of the coroutine.
#include "corolint/rt/runtime.hpp"
#include <chrono>
#include <thread>

namespace rt = corolint::rt;

class limiter {
public:
  void wait_for_turn() {
    ++turns_;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }

private:
  int turns_ = 0;
};

rt::task<> sends(limiter rate) {
  rate.wait_for_turn(); // expect: coro-blocking-call
  co_return;
}

int main() { rt::block_on(sends(limiter())); }
