// Repository: redpanda-data/redpanda
// Fixed in: 7b8b66f6090f32b3087d19485e738d76580e57c5
// Between the eviction of readers and the swap of the files, the write lock of
// the segment was never taken.

#include "redpanda.h"

class segment {
  ss::rwlock destructive_ops_;
  int generation_ = 0;

public:
  ss::future<ss::rwlock::holder> write_lock() {
    return destructive_ops_.hold_write_lock();
  }
  int generation() const { return generation_; }
  ss::future<> replace_with(std::string path);
};

struct readers_cache {
  ss::future<int> evict(ss::lw_shared_ptr<segment> seg);
};

ss::future<std::string> compact_to_copy(ss::lw_shared_ptr<segment> seg);

ss::future<> sliding_window_compact(readers_cache &cache,
                                    ss::lw_shared_ptr<segment> seg) {
  const int before = seg->generation();
  auto path = co_await compact_to_copy(seg);
  auto readers = co_await cache.evict(seg);
  auto write_lock = seg->write_lock(); // BUG: coro-discarded-task
  if (readers < 0 || before != seg->generation())
    throw std::runtime_error("segment changed while it was compacted");
  co_await seg->replace_with(std::move(path));
}
