// Repository: scylladb/scylladb
// Fixed in: ba13056eba270c05f9f5be802ee2d38db4049c4b
// The states of all endpoints are looked at; those that have long been silent
// are evicted, which waits. Messages from others insert endpoints meanwhile.

#include "seastar.h"

#include <string>
#include <unordered_map>

struct endpoint_state {
  bool alive = false;
  long updated = 0;
};

class gossiper {
  std::unordered_map<std::string, endpoint_state> endpoint_state_map_;

  seastar::future<> remove_endpoint(std::string endpoint);
  seastar::future<> replicate(std::string endpoint);

public:
  seastar::future<> apply_state(std::string endpoint, endpoint_state state) {
    co_await replicate(endpoint);
    endpoint_state_map_[endpoint] = state;
  }
  seastar::future<> do_status_check(long now) {
    for (auto it = // BUG: coro-stale-reference-across-await
         endpoint_state_map_.begin();
         it != endpoint_state_map_.end();) {
      auto endpoint = it->first;
      auto &state = it->second;
      ++it;
      const bool alive = state.alive;
      if (now - state.updated > 1000)
        co_await remove_endpoint(endpoint);
      if (!alive)
        co_await remove_endpoint(endpoint);
    }
  }
};
