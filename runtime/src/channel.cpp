#include "corolint/rt/detail/channel_base.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"

namespace corolint::rt::detail {

void channel_base::close() noexcept {
  job_queue woken;
  {
    const std::lock_guard held(lock);
    closed = true;
    claim_all(senders, woken);
    claim_all(receivers, woken);
  }
  schedule_all(woken);
}

} // namespace corolint::rt::detail
