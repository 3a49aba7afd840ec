// Repository: redpanda-data/redpanda
// Fixed in: 40513ab2964051ba746fce42c36d9623113e41b4
// The housekeeping promised in a comment to keep the rolling of segments away,
// and did not wait for the mutex that would do so.

#include "redpanda.h"

#include <vector>

struct log_segment {
  bool has_appender = false;
  ss::future<> close_appender();
};

class disk_log {
  ss::gate housekeeping_gate_;
  mutex rolling_lock_;
  std::vector<ss::lw_shared_ptr<log_segment>> segments_;

  ss::future<> new_segment();

public:
  ss::future<> do_housekeeping() {
    auto gate = housekeeping_gate_.hold();
    auto lock = rolling_lock_.get_units(); // BUG: coro-discarded-task
    if (segments_.empty())
      co_return;
    auto last = segments_.back();
    if (!last->has_appender)
      co_return;
    co_await last->close_appender();
    co_await new_segment();
  }
};
