// Repository: scylladb/scylladb
// Fixed in: f93fb55726e5d1b77545dc0f4c934e82a24d7d24
// A pointer to the writer itself was captured by the consumer that is copied
// to every shard, only to keep the writer alive.

#include "seastar.h"

#include <optional>

struct reader {
  std::string schema;
};
struct table_store {
  seastar::future<> write(reader r, std::size_t partitions);
};

using consumer_function = std::function<seastar::future<>(reader)>;

seastar::future<> consume_on_shards(reader r, consumer_function consumer) {
  for (unsigned shard = 0; shard < seastar::smp::count; ++shard)
    co_await seastar::smp::submit_to(
        shard, [consumer, r]() mutable { return consumer(r); });
}

class repair_writer
    : public seastar::enable_lw_shared_from_this<repair_writer> {
  std::size_t partitions_ = 0;
  std::optional<seastar::future<>> done_;

public:
  void create_writer(seastar::sharded<table_store> &db, reader input) {
    auto writer = shared_from_this();
    done_ = consume_on_shards(
        std::move(input), [&db, partitions = partitions_,
                           writer](reader r) { // BUG: coro-unsafe-spawn-capture
          return db.local().write(std::move(r), partitions);
        });
  }
};
