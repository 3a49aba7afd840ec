#include "corolint/rt/detail/queued_waiter.hpp"
#include <mutex>

namespace corolint::rt::detail {

bool queued_waiter::leave(stop_waiter &self) noexcept {
  auto &waiter = static_cast<queued_waiter &>(self);
  const std::lock_guard held(*waiter.lock_);
  if (waiter.linked)
    waiter.line_->erase(waiter);
  return true;
}

void claim_all(waiter_list &line, job_queue &woken) noexcept {
  while (list_waiter *waiter = line.claim_front())
    woken.push_back(*waiter->waiting);
}

void schedule_all(job_queue &woken) noexcept {
  while (job *each = woken.pop_front())
    schedule(*each);
}

} // namespace corolint::rt::detail
