// Repository: redpanda-data/redpanda
// Fixed in: 502971c9016ed92f5d0ec1a79f7128c9852eca6a
// The partition is found, its lock is waited for, and then it is erased by the
// iterator from before.

#include "absl.h"
#include "redpanda.h"

#include <string>

struct attached_partition {
  ss::rwlock catchup_lock;
};

namespace ssx {
template <class Func> void spawn_with_gate(ss::gate &gate, Func func) {}
} // namespace ssx

class group_manager {
  ss::gate gate_;
  absl::node_hash_map<std::string, ss::lw_shared_ptr<attached_partition>>
      partitions_;

public:
  void attach(std::string ntp) {
    partitions_.emplace(ntp, ss::make_lw_shared<attached_partition>());
  }
  void detach(const std::string &name) {
    ssx::spawn_with_gate(gate_, [this, name]() -> ss::future<> {
      auto ntp = name;
      auto it = partitions_.find(ntp); // BUG: coro-stale-reference-across-await
      if (it == partitions_.end())
        co_return;
      auto p = it->second;
      auto units = co_await p->catchup_lock.hold_write_lock();
      partitions_.erase(it);
    });
  }
};
