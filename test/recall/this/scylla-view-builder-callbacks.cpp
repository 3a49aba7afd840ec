// Repository: scylladb/scylladb
// Fixed in: c44ad31d44f8fb913caa9574b153d72a1dc4c744
// What a change of the schema starts in the background is counted by nobody;
// drain() goes on to take the builder apart while it runs.

#include "seastar.h"

#include <map>
#include <string>

class view_builder {
  seastar::semaphore sem_{1};
  std::map<std::string, int> base_to_build_step_;
  bool draining_ = false;

  seastar::future<> announce(std::string name);

  seastar::future<> dispatch_create_view(std::string name) {
    auto units = co_await get_units(sem_, 1);
    co_await announce(name);
    base_to_build_step_.emplace(name, 0);
  }

public:
  void on_create_view(const std::string &name) {
    static_cast<void>(dispatch_create_view(name) // BUG: coro-dangling-this
                          .handle_exception([](std::exception_ptr) {}));
  }
  seastar::future<> drain() {
    if (draining_)
      co_return;
    draining_ = true;
    co_await sem_.wait();
    base_to_build_step_.clear();
  }
};
