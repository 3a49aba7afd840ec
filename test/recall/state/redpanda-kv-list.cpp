// Repository: redpanda-data/redpanda
// Fixed in: f105ac70b89418721e7115591bc9da4bf165b702
// The read lock is against snapshots; writes go on while the entries are copied
// with pauses, and each of them moves the entries of a B-tree.

#include "absl.h"
#include "redpanda.h"

template <class Key, class Value> class distributed_kv {
  using kv_data = absl::btree_map<Key, Value>;
  ss::gate gate_;
  ss::rwlock snapshot_lock_;
  kv_data kvs_;

public:
  ss::future<kv_data> list() {
    auto holder = gate_.hold();
    auto units = co_await snapshot_lock_.hold_read_lock();
    kv_data copy;
    for (const auto &entry : kvs_) { // BUG: coro-stale-reference-across-await
      copy.insert(entry);
      co_await ss::coroutine::maybe_yield();
    }
    co_return copy;
  }
  ss::future<> apply(Key key, Value value) {
    kvs_[key] = value;
    co_return;
  }
};

template class distributed_kv<int, int>;
