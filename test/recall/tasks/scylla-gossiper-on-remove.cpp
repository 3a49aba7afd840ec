// Repository: scylladb/scylladb
// Fixed in: bfaac5192a6bd198d2de388ccde84a8756e13ec8
// The callbacks of a removed node ran in the background and raced with the
// bootstrap; they should have been done before the removal goes on.

#include "seastar.h"

#include <vector>

struct subscriber {
  seastar::future<> on_remove(std::string endpoint);
};

class gossiper {
  std::vector<seastar::shared_ptr<subscriber>> subscribers_;

  seastar::future<> evict(std::string endpoint);
  void quarantine(const std::string &endpoint);

public:
  seastar::future<> remove_endpoint(std::string endpoint) {
    (void)seastar::async([this, endpoint] { // BUG: coro-discarded-task
      for (auto &s : subscribers_)
        s->on_remove(endpoint).get();
    })
        .handle_exception([](std::exception_ptr) {});
    co_await evict(endpoint);
    quarantine(endpoint);
  }
};
