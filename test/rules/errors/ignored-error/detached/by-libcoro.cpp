// RUN: %check_rule %s coro-ignored-error
// Its spawn_detached ignores exceptions; spawn_joinable keeps them.

#include "lazy.h"
#include <stdexcept>

namespace coro {
using lib::task;
class thread_pool {
public:
  bool spawn_detached(task<void> &&work) noexcept;
  task<void> spawn_joinable(task<void> &&work) noexcept;
};
} // namespace coro

coro::task<void> tick();
coro::task<void> save() {
  co_await tick();
  throw std::runtime_error("disk full");
}

coro::task<void> start(coro::thread_pool &pool) {
  pool.spawn_detached(save());
  // CHECK: :[[@LINE-1]]:8: warning: 'save' may fail, and nobody awaits the task that is started here; what it throws reaches nobody [coro-ignored-error]
  // CHECK: :[[@LINE-6]]:3: note: thrown here, and caught by nobody
  // CHECK: :[[@LINE-3]]:8: note: 'spawn_detached' lets the failure go
  // CHECK: :[[@LINE-4]]:8: note: await it, or catch everything inside of it and tell somebody
  co_await pool.spawn_joinable(save());
}
