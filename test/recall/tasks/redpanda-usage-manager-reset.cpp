// Repository: redpanda-data/redpanda
// Fixed in: 9ded5edd5752f4c00222926ae7a0400a564cc992
// Two resets could overlap and start the accounting twice, since the mutex was
// not held.

#include "redpanda.h"

struct accounting_fiber {
  ss::future<> start();
  ss::future<> stop();
};

class usage_manager {
  ss::gate gate_;
  mutex background_;
  bool enabled_ = false;
  std::unique_ptr<accounting_fiber> fiber_;

public:
  ss::future<> reset() {
    try {
      auto h = gate_.hold();
      auto u = background_.get_units(); // BUG: coro-discarded-task
      if (fiber_) {
        auto old = std::exchange(fiber_, nullptr);
        co_await old->stop();
      }
      if (enabled_) {
        fiber_ = std::make_unique<accounting_fiber>();
        co_await fiber_->start();
      }
    } catch (const std::exception &) {
    }
  }
};
