#include "corolint/rt/watch.hpp"

namespace corolint::rt::detail {

void watch_base::wake_all(version step) noexcept {
  job_queue woken;
  {
    const std::lock_guard held(lock);
    version_.store(current() + step, std::memory_order_release);
    claim_all(waiting, woken);
  }
  schedule_all(woken);
}

} // namespace corolint::rt::detail
