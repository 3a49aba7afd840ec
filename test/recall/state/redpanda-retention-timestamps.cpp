// Repository: redpanda-data/redpanda
// Fixed in: 9a9813b4fa1e050c2f64d6230e1806df865d0e88
// While the log looks at its segments one by one it may ask the file system;
// segments are added and truncated at that time.

#include "redpanda.h"

#include <deque>

struct segment {
  long max_timestamp() const;
  void set_max_timestamp(long to);
  ss::future<long> file_timestamp();
};

class segment_set {
  using container = std::deque<ss::lw_shared_ptr<segment>>;
  container handles_;

public:
  void add(ss::lw_shared_ptr<segment> s) { handles_.push_back(std::move(s)); }
  void pop_back() { handles_.pop_back(); }
  container::iterator begin() { return handles_.begin(); }
  container::iterator end() { return handles_.end(); }
};

class disk_log {
  segment_set segs_;

public:
  ss::future<> new_segment() {
    co_await ss::sleep(std::chrono::milliseconds(1));
    segs_.add(ss::make_lw_shared<segment>());
  }
  ss::future<> adjust_timestamps(long ignore_after) {
    for (const auto &s : segs_) { // BUG: coro-stale-reference-across-await
      if (s->max_timestamp() < ignore_after)
        break;
      auto file_timestamp = co_await s->file_timestamp();
      s->set_max_timestamp(file_timestamp);
    }
  }
};
