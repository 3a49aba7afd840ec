// Repository: scylladb/scylladb
// Fixed in: 408b03c8e09373a4512801cfdd0031e2edd8d9c9
// A mutation was moved into a coroutine that takes it as an rvalue reference,
// which moves nothing; a wait before the first use made that fatal.

#include "seastar.h"

#include <vector>

struct frozen_mutation {
  std::string table, bytes;
};
using endpoints = std::vector<std::string>;

struct storage_proxy {
  seastar::future<> send(frozen_mutation m, std::string target, endpoints more);
};
void trace(const std::string &what, const std::string &table);
seastar::future<> inject_delay();
seastar::future<> apply_locally(storage_proxy &proxy, std::string endpoint);

static seastar::future<> apply_to_remote(storage_proxy &proxy,
                                         std::string target,
                                         endpoints &&pending,
                                         frozen_mutation &&mut) {
  co_await inject_delay();
  trace("sending view update", mut.table);
  co_await proxy.send(std::move(mut), std::move(target), std::move(pending));
}

seastar::future<> mutate_views(storage_proxy &proxy,
                               std::vector<frozen_mutation> updates,
                               endpoints all) {
  co_await seastar::parallel_for_each(
      updates, [&](frozen_mutation mut) -> seastar::future<> {
        endpoints remote = all;
        std::string target = remote.back();
        remote.pop_back();
        auto local_update = apply_locally(proxy, all.front());
        auto remote_update =
            apply_to_remote(proxy, std::move(target),
                            std::move(remote), // BUG: coro-dangling-parameter
                            std::move(mut));   // BUG: coro-dangling-parameter
        return seastar::when_all_succeed(std::move(local_update),
                                         std::move(remote_update));
      });
}
