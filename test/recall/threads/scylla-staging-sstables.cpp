// Repository: scylladb/scylladb
// Fixed in: 7dfb76f9a7900fa8748beee44d7ab2ef13dcfea2
// Pointers that count their owners on one shard were moved to shard 0 and kept
// there.

#include "seastar.h"

#include <map>
#include <vector>

struct sstable {
  std::string name;
};
using shared_sstable = seastar::lw_shared_ptr<sstable>;

class view_worker : public seastar::peering_sharded_service<view_worker> {
  seastar::semaphore mutex_{1};
  std::map<int, std::vector<shared_sstable>> to_register_;

public:
  seastar::future<> register_staging(std::vector<shared_sstable> ssts,
                                     int table);
};

seastar::future<>
view_worker::register_staging(std::vector<shared_sstable> ssts, int table) {
  co_await container().invoke_on(
      0,
      [ssts = std::move(ssts), // BUG: coro-unsafe-spawn-capture
       table](view_worker &first) -> seastar::future<> {
        auto lock = co_await get_units(first.mutex_, 1);
        auto &queue = first.to_register_[table];
        queue.insert(queue.end(), ssts.begin(), ssts.end());
      });
}
