// Repository: redpanda-data/redpanda
// Fixed in: f12156fcd270b7b6fb280f5fc7ee2975521f3190
// Each consumer is asked to leave, and takes itself out of the set that this
// loop goes through.

#include "absl.h"
#include "redpanda.h"

#include <functional>
#include <string>

struct consumer {
  ss::future<> leave();
  void on_stopped(std::function<void()> call);
};
using shared_consumer = ss::lw_shared_ptr<consumer>;

class client {
  ss::gate gate_;
  absl::node_hash_map<std::string, absl::flat_hash_set<shared_consumer>>
      consumers_;

public:
  void track(const std::string &group, shared_consumer c) {
    c->on_stopped([this, group, c] { consumers_.at(group).erase(c); });
  }
  ss::future<> stop() {
    co_await gate_.close();
    for (auto &[id, group] : consumers_)
      for (auto &c : group) // BUG: coro-stale-reference-across-await
        co_await c->leave();
  }
};
