// RUN: %check_rule %s coro-unsafe-spawn-capture
// Statistics, not ownership: no counter goes up with a copy and down with its
// end, and the only plain one changes where the value is made.

#include "executor.h"
#include <atomic>

struct Meter {
  std::atomic<int> copied = 0;
  std::atomic<int> destroyed = 0;
  int created = 0;
};

class Metered {
public:
  explicit Metered(Meter &meter) : meter_(&meter) { ++meter_->created; }
  Metered(const Metered &other) : meter_(other.meter_) { ++meter_->copied; }
  ~Metered() { ++meter_->destroyed; }

private:
  Meter *meter_;
};

lib::task<void> measure(Metered value);

void measure_twice(lib::pool &workers, const Metered &value) {
  workers.spawn(measure(value));
  workers.spawn(measure(value));
}

// CHECK-NONE
