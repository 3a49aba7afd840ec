// Repository: redpanda-data/redpanda
// Fixed in: d8735c55bac0ddcd3d487a52c08af4ad69c4af57
// What is left to do when the gate is closed is a coroutine that shuts the
// groups down one after the other, and then clears a member through this.

#include "redpanda.h"

#include <map>

class group {
public:
  ss::future<> shutdown();
};
struct attached_partition {
  ss::abort_source as;
};

class group_manager {
  ss::gate gate_;
  std::map<std::string, ss::lw_shared_ptr<group>> groups_;
  std::map<int, ss::lw_shared_ptr<attached_partition>> partitions_;

public:
  ss::future<> stop() {
    return gate_.close().then(
        [this]() -> ss::future<> { // BUG: coro-dangling-lambda-capture
          for (auto &[name, g] : groups_)
            co_await g->shutdown();
          partitions_.clear();
        });
  }
};
