// Repository: redpanda-data/redpanda
// Fixed in: de8468b8e2925dfd61594bf88ccb071f469333fc
// The writer and the housekeeping both find that the last segment is to be
// rolled, and each of them adds a new one at the same offset.

#include "redpanda.h"

#include <vector>

struct segment {
  long size = 0;
  bool has_appender() const;
  ss::future<> release_appender();
};
ss::future<ss::lw_shared_ptr<segment>> make_segment(long offset);

class disk_log {
  std::vector<ss::lw_shared_ptr<segment>> segs_;
  long max_size_ = 0;

  ss::future<> new_segment(long offset) {
    segs_.push_back(co_await make_segment(offset));
  }

public:
  ss::future<> maybe_roll(long offset) {
    if (segs_.empty()) {
      co_await new_segment(offset); // BUG: coro-race-across-await
      co_return;
    }
    auto last = segs_.back();
    if (last->size >= max_size_) {
      co_await last->release_appender();
      co_await new_segment(offset); // BUG: coro-race-across-await
    }
  }
  ss::future<> do_housekeeping(long offset) {
    if (segs_.empty())
      co_return;
    auto last = segs_.back();
    if (!last->has_appender())
      co_return;
    co_await last->release_appender();
    co_await new_segment(offset); // BUG: coro-race-across-await
  }
};
