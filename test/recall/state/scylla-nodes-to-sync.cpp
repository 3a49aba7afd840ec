// Repository: scylladb/scylladb
// Fixed in: 1da0b0ff764e91b2f8a2d66ae30eda1db0216716
// A service goes through the map of the gossiper and lets others run after each
// node; the gossiper adds nodes to it.

#include "seastar.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

struct endpoint_state {
  std::string status;
};

class gossiper {
  std::unordered_map<std::string, endpoint_state> states_;

public:
  const std::unordered_map<std::string, endpoint_state> &
  get_endpoint_states() const noexcept {
    return states_;
  }
  void add(std::string endpoint, endpoint_state state) {
    states_.emplace(std::move(endpoint), std::move(state));
  }
};

class storage_service {
  gossiper &gossiper_;

public:
  explicit storage_service(gossiper &g) : gossiper_(g) {}
  seastar::future<std::unordered_set<std::string>> get_nodes_to_sync_with() {
    std::unordered_set<std::string> result;
    for (const auto &[node, state] :
         gossiper_
             .get_endpoint_states()) { // BUG: coro-stale-reference-across-await
      co_await seastar::coroutine::maybe_yield();
      if (state.status == "NORMAL")
        result.insert(node);
    }
    co_return result;
  }
};
