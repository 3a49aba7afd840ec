// RUN: %check_rule %s coro-lock-across-await
// Units of a semaphore of tasks, in the style of seastar: RAII across
// suspensions without any thread's lock.

#include "lazy.h"
#include <utility>

class semaphore {
public:
  lib::task<void> wait(int units);
  void signal(int units);
};

class units {
public:
  units() = default;
  units(semaphore &from, int count) : from_(&from), count_(count) {}
  units(units &&other) noexcept
      : from_(std::exchange(other.from_, nullptr)), count_(other.count_) {}
  units &operator=(units &&other) noexcept {
    std::swap(from_, other.from_);
    std::swap(count_, other.count_);
    return *this;
  }
  ~units() {
    if (from_)
      from_->signal(count_);
  }

private:
  semaphore *from_ = nullptr;
  int count_ = 0;
};

lib::task<void> send();

lib::task<units> get_units(semaphore &from, int count) {
  co_await from.wait(count);
  co_return units(from, count);
}

lib::task<void> send_limited(semaphore &limit) {
  units held = co_await get_units(limit, 1);
  co_await send();
}
// CHECK-NONE
