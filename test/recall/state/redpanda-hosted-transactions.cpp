// Repository: redpanda-data/redpanda
// Fixed in: 39f2ec1917808f87e44424681fbf32c53b1a511a
// Whether the transactions are initialised was asked before the lock was waited
// for, and not again with the lock held.

#include "redpanda.h"

#include <vector>

struct hosted_txes {
  bool inited = false;
  std::vector<int> ranges;
};

class tm_stm {
  ss::rwlock lock_;
  hosted_txes hosted_txes_;

  ss::future<bool> replicate(const hosted_txes &next);

public:
  ss::future<bool> try_init_hosted_transactions(int amount) {
    if (hosted_txes_.inited)
      co_return true;
    auto units = co_await lock_.hold_write_lock();
    hosted_txes initial;
    initial.ranges.push_back(amount);
    initial.inited = true;
    if (!co_await replicate(initial))
      co_return false;
    hosted_txes_ = initial; // BUG: coro-race-across-await
    co_return true;
  }
};
