// Repository: scylladb/scylladb
// Fixed in: 2f61de8f7beeca1bbf65bdc2990424e6fdfebab7
// A pointer to the ranges of the coordinator was reached by reference on every
// shard and copied there into a parameter.

#include "seastar.h"

#include <vector>

struct token_range {
  long first, last;
};
using owned_ranges_ptr = seastar::lw_shared_ptr<const std::vector<token_range>>;

struct sstable {
  long first, last;
};
struct table {
  bool update_cleanup_state(const sstable &sst, owned_ranges_ptr ranges);
};
struct database {
  table &find_table(const std::string &name);
};
struct sstable_directory {
  std::vector<sstable> unshared;
};

seastar::future<> collect_for_cleanup(seastar::sharded<sstable_directory> &dir,
                                      seastar::sharded<database> &db,
                                      std::string name,
                                      owned_ranges_ptr ranges) {
  co_await dir.invoke_on_all([&](sstable_directory &d) -> seastar::future<> {
    if (ranges) {
      auto &t = db.local().find_table(name);
      for (const sstable &sst : d.unshared) {
        if (t.update_cleanup_state(sst,
                                   ranges)) // BUG: coro-unsafe-spawn-capture
          co_await seastar::yield();
      }
    }
  });
}
