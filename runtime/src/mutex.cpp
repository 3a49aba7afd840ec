#include "corolint/rt/mutex.hpp"

namespace corolint::rt {

template class detail::gate_awaiter<mutex>;

detail::job *mutex::next_owner() noexcept {
  queue_.lock();
  detail::list_waiter *const next = queue_.waiters.claim_front();
  queue_.unlock(next ? held : 0);
  // Claimed and not yet woken: it stays until it is scheduled.
  return next ? next->waiting : nullptr;
}

void mutex::hand_over() noexcept {
  if (detail::job *next = next_owner())
    detail::schedule(*next);
}

} // namespace corolint::rt
