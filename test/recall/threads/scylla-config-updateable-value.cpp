// Repository: scylladb/scylladb
// Fixed in: bfbf02a65705feba28f8163e4c347d22fae75548
// The configuration that every shard's server is started with held a value
// that registers itself with its source on shard 0.

#include "seastar.h"

#include <vector>

class value_source {
public:
  std::vector<void *> followers;
  unsigned current = 0;
};

/// Follows its source; both belong to one shard.
class updateable_value {
public:
  explicit updateable_value(value_source &s) : source_(&s) {
    source_->followers.push_back(this);
  }
  updateable_value(const updateable_value &o) : source_(o.source_) {
    source_->followers.push_back(this);
  }
  ~updateable_value() { std::erase(source_->followers, (void *)this); }
  unsigned get() const { return source_->current; }

private:
  value_source *source_;
};

struct server_config {
  std::size_t max_request = 1 << 20;
  updateable_value max_concurrent;
};
class cql_server {
public:
  explicit cql_server(server_config config);
};

seastar::future<> start_server(seastar::sharded<cql_server> &server,
                               value_source &limit) {
  server_config config{.max_concurrent = updateable_value(limit)};
  co_await server.start(config); // BUG: coro-unsafe-spawn-capture
}
