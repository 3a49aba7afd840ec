// Repository: scylladb/scylladb
// Fixed in: 2a3476094e6788932f66cb8a52f97f76c3938ee1
// The state of a node was looked up as a reference into the topology, which is
// loaded anew, and replaced, whenever it changes.

#include "seastar.h"

#include <unordered_map>
#include <vector>

struct replica_state {
  int state = 0;
  std::vector<long> tokens;
};
struct topology {
  std::unordered_map<int, replica_state> normal_nodes;
  const std::pair<const int, replica_state> *find(int id) const {
    auto it = normal_nodes.find(id);
    return it == normal_nodes.end() ? nullptr : &*it;
  }
};

class storage_service {
  topology topology_;

  seastar::future<topology> load_topology_state();
  seastar::future<> wait_for_topology();
  seastar::future<> bootstrap_with_repair(std::vector<long> tokens);

public:
  seastar::future<> topology_state_load() {
    topology_ = co_await load_topology_state();
  }
  seastar::future<> raft_topology_cmd_handler(int id) {
    const auto *server_rs = topology_.find(id);
    if (!server_rs)
      co_return;
    const auto &rs = // BUG: coro-stale-reference-across-await
        server_rs->second;
    if (rs.tokens.empty())
      co_return;
    co_await wait_for_topology();
    co_await bootstrap_with_repair(rs.tokens);
  }
};
