// Repository: scylladb/scylladb
// Fixed in: 61dc98b2761a4b36c9846b776455f0c947e9890a
// Each shard gave a set of its own pointers back to the shard that asked, and
// the names were read and the pointers dropped there.

#include "seastar.h"

#include <set>
#include <vector>

struct sstable {
  std::string name;
};
using shared_sstable = seastar::lw_shared_ptr<sstable>;
struct database {
  std::vector<shared_sstable> sstables_by_key(const std::string &key);
};

seastar::future<std::set<std::string>>
sstables_for_key(seastar::sharded<database> &db, std::string key) {
  co_return co_await db.map_reduce0(
      [key](database &d) { // BUG: coro-unsafe-spawn-capture
        return d.sstables_by_key(key);
      },
      std::set<std::string>(),
      [](std::set<std::string> all, std::vector<shared_sstable> &&some) {
        for (const auto &s : some)
          all.insert(s->name);
        return all;
      });
}
