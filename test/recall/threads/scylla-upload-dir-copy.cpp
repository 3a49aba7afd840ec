// Repository: scylladb/scylladb
// Fixed in: 33f579f783697f22bf2add1595076ac10f23efbd
// Every shard put its own pointers into a vector of shard 0, which then copied
// them all, and so counted on the wrong shard.

#include "seastar.h"

#include <tuple>
#include <vector>

struct sstable {
  std::string name;
};
using shared_sstable = seastar::lw_shared_ptr<sstable>;
using on_shards = std::vector<std::vector<shared_sstable>>;

struct sstable_directory {
  std::vector<shared_sstable> unsorted();
};
seastar::future<> process(seastar::sharded<sstable_directory> &directory);

seastar::future<std::tuple<int, on_shards>>
from_upload_dir(seastar::sharded<sstable_directory> &directory, int table) {
  on_shards found(seastar::smp::count);
  co_await process(directory);
  co_await directory.invoke_on_all([&found](sstable_directory &d) {
    found[seastar::this_shard_id()] = d.unsorted();
  });
  co_return std::make_tuple(table, found); // BUG: coro-unsafe-spawn-capture
}
