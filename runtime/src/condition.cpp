#include "corolint/rt/condition.hpp"

namespace corolint::rt {

condition::awaiter condition::wait(mutex::guard &held) {
  if (!held)
    throw lock_not_held();
  return awaiter(*this, held);
}

void condition::notify_one() noexcept {
  if (queue_.peek() == 0)
    return;
  queue_.lock();
  detail::list_waiter *const first = queue_.waiters.claim_front();
  queue_.unlock(0);
  if (!first)
    return;
  auto &notified = static_cast<awaiter &>(*first);
  notified.owes_notification_ = true;
  notified.move_on();
}

void condition::notify_all() noexcept {
  if (queue_.peek() == 0)
    return;
  detail::waiter_list claimed;
  queue_.lock();
  queue_.claim_all(claimed);
  queue_.unlock(0);
  while (detail::list_waiter *each = claimed.front()) {
    claimed.erase(*each);
    static_cast<awaiter &>(*each).move_on();
  }
}

std::coroutine_handle<>
condition::awaiter::suspend(detail::job &self,
                            std::coroutine_handle<> suspended) noexcept {
  waiting = &self;
  relock_.waiting = &self;
  self.resume_point = suspended;
  condition &awaited = awaited_;
  awaited.queue_.lock();
  if (!self.arm(*this)) {
    awaited.queue_.unlock(0);
    return self.unwind(); // with the mutex, which the guard lets go
  }
  awaited.queue_.waiters.push_back(*this);
  // Still under the lock: afterwards the task may be gone, and the mutex too.
  detail::job *const next = std::exchange(held_.mutex_, nullptr)->next_owner();
  awaited.queue_.unlock(0);
  if (next)
    detail::schedule(*next);
  return std::noop_coroutine();
}

void condition::awaiter::move_on() noexcept {
  // Once queued the job may run at any time, and this be gone.
  detail::job &self = *waiting;
  switch (relock_.admit()) {
  case detail::admission::granted:
    detail::schedule(self);
    break;
  case detail::admission::stopped:
    self.unwind();
    break;
  case detail::admission::queued:
    break;
  }
}

bool condition::awaiter::leave(detail::stop_waiter &self) noexcept {
  auto &waiter = static_cast<awaiter &>(self);
  waiter.awaited_.queue_.leave(waiter);
  return true;
}

} // namespace corolint::rt
