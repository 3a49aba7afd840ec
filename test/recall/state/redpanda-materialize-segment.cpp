// Repository: redpanda-data/redpanda
// Fixed in: 3100f4094ec3aea026cc45a53abcb121b285d4d1
// A segment is looked up, units for it are waited for, and then it is added:
// a reader may have added it meanwhile, which an assertion is against.

#include "redpanda.h"

#include <cassert>
#include <map>
#include <vector>

struct segment_state {
  ss::future<std::vector<int>> aborted_transactions();
};
struct segment_units {};

class remote_partition {
  using segment_map = std::map<long, ss::lw_shared_ptr<segment_state>>;
  segment_map segments_;

  ss::future<segment_units> get_segment_units();

  segment_map::iterator materialize(long base, segment_units units) {
    auto [it, done] =
        segments_.emplace(base, ss::make_lw_shared<segment_state>());
    assert(done);
    return it;
  }

public:
  ss::future<std::vector<int>> aborted_transactions(std::vector<long> bases) {
    std::vector<int> result;
    for (long base : bases) {
      auto m = segments_.find(base);
      if (m == segments_.end()) {
        auto units = co_await get_segment_units();
        m = materialize(base, units); // BUG: coro-race-across-await
      }
      auto segment = m->second;
      for (int tx : co_await segment->aborted_transactions())
        result.push_back(tx);
    }
    co_return result;
  }
  void evict(long base) { segments_.erase(base); }
};
