// RUN: %check_rule %s coro-unsafe-spawn-capture
// A generation number in the object itself: every copy has its own.

#include "executor.h"

class Sample {
public:
  Sample() = default;
  Sample(const Sample &other) : generation_(other.generation_) {
    ++generation_;
  }
  ~Sample() { --generation_; }

private:
  int generation_ = 0;
};

lib::task<void> analyse(Sample sample);

void analyse_copy(lib::pool &workers, const Sample &sample) {
  workers.spawn(analyse(sample));
}

// CHECK-NONE
