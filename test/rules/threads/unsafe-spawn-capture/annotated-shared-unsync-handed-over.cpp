// RUN: %check_rule %s coro-unsafe-spawn-capture
// What two may not use at once may be handed from one to the other.

#include "executor.h"
#include <thread>
#include <utility>

class [[clang::annotate("corolint::shared_unsync")]] cursor {
public:
  void rewind();

private:
  void *state_ = nullptr;
};

lib::task<void> drain(cursor values);

void hand_over(lib::pool &workers) {
  cursor values;
  values = cursor();
  workers.spawn(drain(std::move(values)));
}

void hand_over_a_copy(const cursor &values) {
  std::thread([own = cursor(values)]() mutable { own = cursor(); }).join();
}
// CHECK-NONE
