#include "corolint/rt/watch.hpp"

namespace corolint::rt::detail {

bool watch_base::wait(queued_waiter &waiter, job &self, version seen) noexcept {
  lock_.lock();
  const version now = current();
  if (is_newer(now, seen) || is_closed(now)) {
    lock_.unlock();
    return true;
  }
  waiter.wait(self, lock_, waiting_);
  return false;
}

void watch_base::wake_all(version step) noexcept {
  job_queue woken;
  {
    const std::lock_guard held(lock_);
    version_.store(current() + step, std::memory_order_release);
    claim_all(waiting_, woken);
  }
  schedule_all(woken);
}

} // namespace corolint::rt::detail
