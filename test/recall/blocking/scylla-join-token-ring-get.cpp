// Repository: scylladb/scylladb
// Fixed in: 6fc82be832f61791bbf6871e7e9176796040ac08
// After code had been moved from a seastar::thread to a coroutine, a get() was
// left that may only stand in a thread.

#include "seastar.h"

struct group_id {
  long value = 0;
  bool is_null() const { return value == 0; }
};

struct system_keyspace {
  bool bootstrap_needed() const;
  seastar::future<group_id> get_raft_group0_id();
};

class storage_service {
  seastar::sharded<system_keyspace> sys_ks_;
  bool raft_ = false;

  seastar::future<> join_group0();
  seastar::future<> announce();

public:
  seastar::future<> join_token_ring() {
    const bool can_join = raft_ && (sys_ks_.local().bootstrap_needed() ||
                                    !sys_ks_.local()
                                         .get_raft_group0_id()
                                         .get() // BUG: coro-sync-wait
                                         .is_null());
    if (can_join)
      co_await join_group0();
    co_await announce();
  }
};
