// Repository: scylladb/scylladb
// Fixed in: 7725e03a094056ec26e70344d9d1140c8ff21953
// A request with log entries behind pointers of this shard was handed on to the
// shard of the group, by a helper that all the verbs share.

#include "seastar.h"

#include <vector>

struct log_entry {
  long index = 0;
  std::string command;
};
struct append_request {
  long term = 0;
  std::vector<seastar::lw_shared_ptr<const log_entry>> entries;
};
struct raft_rpc {
  void append_entries(int from, append_request request);
};
class group_registry : public seastar::peering_sharded_service<group_registry> {
  raft_rpc rpc_;

  unsigned shard_of(int group) const;

public:
  seastar::future<> on_append(int group, int from, append_request request) {
    auto handle = [this](int group, int from, auto handler) {
      return container().invoke_on(
          shard_of(group), [from,
                            handler] // BUG: coro-unsafe-spawn-capture
          (group_registry & there) mutable { return handler(there.rpc_); });
    };
    return handle(group, from, [from, request](raft_rpc &rpc) mutable {
      rpc.append_entries(from, std::move(request));
    });
  }
};
