// Repository: scylladb/scylladb
// Fixed in: 5b123758421fa4d3611cb69915b9bf833a3c6527
// On every shard the start of the hints manager was cast to void: its failures
// were lost, and hints that came before its end, too.

#include "seastar.h"

struct gossiper {
  int generation = 0;
};

class storage_proxy {
public:
  void register_subscriber();
  seastar::future<> start_hints_manager(seastar::shared_ptr<gossiper> g);
};

seastar::shared_ptr<gossiper> local_gossiper();
seastar::future<> start_messaging();

seastar::future<> start_services(seastar::sharded<storage_proxy> &proxy) {
  co_await proxy.invoke_on_all([](storage_proxy &local) {
    local.register_subscriber();
    (void)local.start_hints_manager(
        local_gossiper()); // BUG: coro-discarded-task
  });
  co_await start_messaging();
}
