// Repository: scylladb/scylladb
// Fixed in: b8786b96f4b3231e2464fd30ee095ef72bce303c
// The semaphore that keeps two recalculations apart was never waited for, at
// both of the places that took it.

#include "seastar.h"

#include <vector>

class segment_manager {
  seastar::semaphore recalculation_guard_{1};
  seastar::gate gate_;
  std::vector<int> reserve_;
  std::size_t wanted_ = 4;
  bool shutdown_ = false;

  seastar::future<> not_full();
  seastar::future<int> allocate();
  seastar::future<> do_pending_deletes();

public:
  seastar::future<> replenish() {
    while (!shutdown_) {
      co_await not_full();
      try {
        seastar::gate::holder g(gate_);
        auto guard = // BUG: coro-discarded-task
            get_units(recalculation_guard_, 1);
        if (reserve_.size() >= wanted_)
          continue;
        reserve_.push_back(co_await allocate());
      } catch (const std::bad_alloc &) {
        continue;
      }
    }
  }

  seastar::future<> recalculate() {
    co_await do_pending_deletes();
    auto guard = get_units(recalculation_guard_, 1); // BUG: coro-discarded-task
    std::vector<int> taken = std::move(reserve_);
    while (taken.size() > wanted_)
      taken.pop_back();
    reserve_ = std::move(taken);
  }
};
