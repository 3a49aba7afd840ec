// RUN: %check_rule %s coro-unsafe-spawn-capture
// What the task makes for itself never travels.

#include "executor.h"
#include "local_ptr.h"
#include <mutex>
#include <thread>

struct Cache {
  int entries = 0;
};

std::mutex log_mutex;

lib::task<void> fill(int entries) {
  auto cache = lib::make_local<Cache>(entries);
  auto other = cache;
  co_return;
}

void start(lib::pool &workers, const lib::local_ptr<Cache> &cache) {
  auto mine = cache;
  workers.spawn(fill(mine->entries));
  workers.post([entries = cache->entries] {
    auto cache = lib::make_local<Cache>(entries);
    auto shown = [cache] { return cache->entries; };
    std::unique_lock lock(log_mutex);
    auto held = [&lock] { return lock.owns_lock(); };
    static_cast<void>(shown() + held());
  });
}

// CHECK-NONE
