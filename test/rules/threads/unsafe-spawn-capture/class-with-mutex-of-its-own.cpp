// RUN: %check_rule %s coro-unsafe-spawn-capture
// The handle is a member of a class that locks around it.

#include "executor.h"
#include "local_ptr.h"
#include <memory>
#include <mutex>

struct Routes {
  int hops = 0;
};

class Router {
public:
  void set(const lib::local_ptr<Routes> &routes) {
    std::lock_guard lock(mutex_);
    routes_ = routes;
  }
  int hops() {
    std::lock_guard lock(mutex_);
    return routes_->hops;
  }

private:
  std::mutex mutex_;
  lib::local_ptr<Routes> routes_;
};

lib::task<void> watch(std::shared_ptr<Router> router);

void start(lib::pool &workers, std::shared_ptr<Router> router, Router &main) {
  workers.spawn(watch(router));
  workers.post([router] { router->hops(); });
  workers.post([&main] { main.hops(); });
}

// CHECK-NONE
