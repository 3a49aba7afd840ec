// RUN: %check_rule %s coro-blocking-call
// The same names as members, in other namespaces and as local lambdas.

#include "lazy.h"
#include "timer.h"
#include <chrono>

using namespace std::chrono_literals;

class clock_source {
public:
  lib::sleep_operation sleep_for(std::chrono::nanoseconds length);
  lib::task<void> sleep(int seconds);
};

namespace game {
struct thread {
  void join();
};
namespace this_thread {
void sleep_for(int frames);
}
} // namespace game

lib::task<void> wait_a_bit(clock_source clock, game::thread &fiber) {
  auto usleep = [&](int micros) {
    return clock.sleep_for(std::chrono::microseconds(micros));
  };
  co_await clock.sleep(1);
  co_await clock.sleep_for(1s);
  co_await usleep(10);
  game::this_thread::sleep_for(1);
  fiber.join();
}
// CHECK-NONE
