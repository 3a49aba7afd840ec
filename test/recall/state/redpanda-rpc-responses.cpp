// Repository: redpanda-data/redpanda
// Fixed in: 79ec19a5ccbe2d5f5aba1c57098d359068620cac
// Answers of other nodes are worked off with pauses in between, and come in at
// the same time. Those that came meanwhile were cleared unread at the end.

#include "redpanda.h"

#include <unordered_map>
#include <vector>

struct reply {
  std::vector<int> states;
};

class migrations_backend {
  ss::gate gate_;
  std::unordered_map<int, reply> rpc_responses_;

  ss::future<reply> check(int node);
  ss::future<> mark_done(int state);

public:
  ss::future<> send_rpc(int node) {
    auto holder = gate_.hold();
    rpc_responses_[node] = co_await check(node);
  }
  ss::future<> work_once() {
    for (const auto &[node, response] :
         rpc_responses_) { // BUG: coro-stale-reference-across-await
      for (int state : response.states)
        co_await mark_done(state);
    }
    rpc_responses_.clear();
  }
};
