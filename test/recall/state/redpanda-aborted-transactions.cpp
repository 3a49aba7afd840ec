// Repository: redpanda-data/redpanda
// Fixed in: 4a98a1ae8dee1442febddb8b1ba4fc68cf93fec7
// The segments are asked one after the other; meanwhile the manifest may be
// brought up to date, which moves the elements of a B-tree.

#include "absl.h"
#include "redpanda.h"

#include <vector>

struct segment {
  ss::future<std::vector<int>> aborted_transactions(long begin, long end);
};

class remote_partition {
  absl::btree_map<long, ss::lw_shared_ptr<segment>> segments_;

public:
  void update_segments(long base) {
    segments_.emplace(base, ss::make_lw_shared<segment>());
  }

  ss::future<std::vector<int>> aborted_transactions(long begin, long end) {
    std::vector<int> result;
    auto first = segments_.upper_bound(begin);
    for (auto it = first; // BUG: coro-stale-reference-across-await
         it != segments_.end(); it++) {
      if (it->first > end)
        break;
      auto tx = co_await it->second->aborted_transactions(begin, end);
      result.insert(result.end(), tx.begin(), tx.end());
    }
    co_return result;
  }
};
