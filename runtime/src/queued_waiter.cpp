#include "corolint/rt/detail/queued_waiter.hpp"

namespace corolint::rt::detail {

void claim_all(waiter_list &line, job_queue &woken) noexcept {
  while (list_waiter *waiter = line.claim_front())
    woken.push_back(*waiter->waiting);
}

void schedule_all(job_queue &woken) noexcept {
  while (job *each = woken.pop_front())
    schedule(*each);
}

} // namespace corolint::rt::detail
