// Repository: redpanda-data/redpanda
// Fixed in: d0a48cd6cfa48653aee3972df9bf55b35e0e70c9
// Two reclaims of the same allowance could run at once: the units of the mutex
// were a future.

#include "redpanda.h"

#include <vector>

struct home_allowance {
  mutex reclaim_lock;
  bool reclaim = false;
  unsigned available = 0;
};

class conn_quota : public ss::peering_sharded_service<conn_quota> {
  ss::future<std::vector<unsigned>> collect(std::string address);

public:
  ss::future<> reclaim_to(ss::lw_shared_ptr<home_allowance> allowance,
                          std::string address, bool one_time);
};

ss::future<> conn_quota::reclaim_to(ss::lw_shared_ptr<home_allowance> allowance,
                                    std::string address, bool one_time) {
  auto locked = allowance->reclaim_lock.get_units(); // BUG: coro-discarded-task
  if (allowance->reclaim)
    co_return;
  if (!one_time)
    allowance->reclaim = true;
  for (unsigned n : co_await collect(address))
    allowance->available += n;
}
