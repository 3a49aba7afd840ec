// Repository: redpanda-data/redpanda
// Fixed in: aa279b2a8783f559549c15c6a4eba401dc43d2e3
// Taking and applying a snapshot should exclude each other; both only asked
// for the write lock.

#include "redpanda.h"

#include <map>

struct snapshot {
  std::map<int, std::string> values;
  long offset = 0;
};

ss::future<snapshot> decode(std::string bytes);
ss::future<std::string> encode(snapshot s);

class kv_stm {
  ss::rwlock snapshot_lock_;
  ss::gate gate_;
  std::map<int, std::string> values_;
  long applied_ = 0;

public:
  ss::future<> apply_local_snapshot(std::string bytes) {
    auto holder = gate_.hold();
    auto units = snapshot_lock_.hold_write_lock(); // BUG: coro-discarded-task
    auto snap = co_await decode(std::move(bytes));
    values_ = std::move(snap.values);
    applied_ = snap.offset;
  }

  ss::future<std::string> take_local_snapshot() {
    auto holder = gate_.hold();
    auto units = snapshot_lock_.hold_write_lock(); // BUG: coro-discarded-task
    snapshot result;
    result.values = values_;
    result.offset = applied_;
    co_return co_await encode(std::move(result));
  }
};
