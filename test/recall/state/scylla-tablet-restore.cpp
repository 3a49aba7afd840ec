// Repository: scylladb/scylladb
// Fixed in: b992ead4bb674d8b692f2566b1139c218ba9ce49
// The topology belongs to a shared pointer, of which only a temporary was made:
// the topology may be replaced and freed while this loop waits.

#include "seastar.h"

#include <string>
#include <unordered_map>

struct topology {
  std::unordered_map<std::string, int> racks;
};
struct token_metadata {
  topology topo;
  const topology &get_topology() const { return topo; }
};
using token_metadata_ptr = seastar::lw_shared_ptr<token_metadata>;

class database {
  token_metadata_ptr shared_;

public:
  void set(token_metadata_ptr next) { shared_ = std::move(next); }
  token_metadata_ptr get_token_metadata_ptr() const { return shared_; }
  const token_metadata &get_token_metadata() const { return *shared_; }
};

class restore_task {
  database &db_;

  seastar::future<bool> downloaded(std::string rack);

public:
  explicit restore_task(database &db) : db_(db) {}
  seastar::future<bool> run() {
    const auto &topo = // BUG: coro-stale-reference-across-await
        db_.get_token_metadata().get_topology();
    for (const auto &[rack, nodes] : topo.racks)
      if (!co_await downloaded(rack))
        co_return false;
    co_return true;
  }
};
