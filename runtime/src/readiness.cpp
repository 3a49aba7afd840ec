#include "corolint/rt/detail/readiness.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <mutex>

namespace corolint::rt::detail {

readiness::waits readiness::wait(list_waiter &waiter) noexcept {
  const std::lock_guard held(lock_);
  if (is_ready(state_.load(std::memory_order_relaxed)))
    return waits::no;
  if (!waiter.waiting->arm(waiter))
    return waits::stopped;
  waiting_.push_back(waiter);
  return waits::yes;
}

void readiness::cancel(list_waiter &waiter) noexcept {
  const std::lock_guard held(lock_);
  if (waiter.is_linked())
    waiting_.erase(waiter);
}

void readiness::set(bool is_last) noexcept {
  job *woken = nullptr;
  {
    const std::lock_guard held(lock_);
    // The lock does not keep exhausted() away.
    view was = state_.load(std::memory_order_relaxed);
    while (!state_.compare_exchange_weak(
        was, (was + event) | ready | (is_last ? last : 0),
        std::memory_order_acq_rel, std::memory_order_relaxed))
      ;
    while (list_waiter *waiter = waiting_.claim_front()) {
      waiter->waiting->next = woken;
      woken = waiter->waiting;
    }
  }
  while (woken) {
    job &each = *woken;
    woken = each.next;
    schedule(each);
  }
}

} // namespace corolint::rt::detail
