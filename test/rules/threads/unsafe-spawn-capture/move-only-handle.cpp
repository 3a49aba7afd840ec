// RUN: %check_rule %s coro-unsafe-spawn-capture
// One owner at any time: a lease that cannot be copied.

#include "executor.h"

struct Pool {
  int leased = 0;
};

class Lease {
public:
  explicit Lease(Pool &pool) : pool_(&pool) { ++pool_->leased; }
  Lease(const Lease &) = delete;
  Lease(Lease &&other) noexcept : pool_(std::exchange(other.pool_, nullptr)) {}
  ~Lease() {
    if (pool_)
      --pool_->leased;
  }

private:
  Pool *pool_;
};

lib::task<void> copy_rows(Lease lease);

void start(lib::pool &workers, Lease lease) {
  workers.spawn(copy_rows(std::move(lease)));
}

// CHECK-NONE
