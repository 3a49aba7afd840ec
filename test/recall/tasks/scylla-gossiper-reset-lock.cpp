// Repository: scylladb/scylladb
// Fixed in: 66206207f97283ea5dcf0c61c39efdfe9f2b2368
// A helper gives a future of the guard; the function that should have been
// serialised kept the future and went on.

#include "seastar.h"

#include <set>

class gossiper : public seastar::peering_sharded_service<gossiper> {
  using guard = seastar::semaphore_units<>;
  seastar::semaphore update_sem_{1};
  std::set<std::string> live_, unreachable_;
  unsigned version_ = 0;

  seastar::future<guard> lock_update() { return get_units(update_sem_, 1); }

public:
  seastar::future<> reset_state_map();
};

seastar::future<> gossiper::reset_state_map() {
  auto lock = lock_update(); // BUG: coro-discarded-task
  auto version = version_ + 1;
  co_await container().invoke_on_all([version](gossiper &g) {
    g.unreachable_.clear();
    g.live_.clear();
    g.version_ = version;
  });
}
