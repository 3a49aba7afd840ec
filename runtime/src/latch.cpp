#include "corolint/rt/latch.hpp"

namespace corolint::rt {

template class detail::gate_awaiter<latch>;

void latch::count_down(std::size_t by) noexcept {
  constexpr std::size_t unit = detail::wait_queue::unit;
  for (std::size_t word = queue_.peek(); !(word & detail::wait_queue::busy);) {
    const std::size_t count = word / unit;
    if (count == 0 || by == 0)
      return;
    if (count <= by && (word & detail::wait_queue::waited))
      break;
    if (queue_.change(word, count > by ? word - by * unit : 0))
      return;
  }
  detail::waiter_list claimed;
  const std::size_t count = queue_.lock() / unit;
  if (count <= by)
    queue_.claim_all(claimed);
  queue_.unlock(count > by ? (count - by) * unit : 0);
  detail::wake_all(claimed);
}

barrier::barrier(std::size_t participants)
    : queue_(participants * one), participants_(participants) {
  if (participants == 0)
    throw std::invalid_argument("corolint::rt: a barrier without participants");
}

void barrier::complete() noexcept {
  detail::waiter_list claimed;
  queue_.claim_all(claimed);
  queue_.unlock(participants_ * one);
  detail::wake_all(claimed);
}

void barrier::arrive_and_drop() noexcept {
  const std::size_t missing = queue_.lock();
  if (participants_ != 0)
    --participants_;
  if (missing <= one)
    complete();
  else
    queue_.unlock(missing - one);
}

std::coroutine_handle<>
barrier::awaiter::suspend(detail::job &self,
                          std::coroutine_handle<> suspended) noexcept {
  if (self.stop_requested())
    return self.unwind();
  waiting = &self;
  self.resume_point = suspended;
  const std::size_t missing = awaited_.queue_.lock();
  if (missing <= one) {
    was_last_ = true;
    awaited_.complete();
    return detail::go_on(self, suspended);
  }
  if (!self.arm(*this)) {
    awaited_.queue_.unlock(missing);
    return self.unwind();
  }
  awaited_.queue_.waiters.push_back(*this);
  awaited_.queue_.unlock(missing - one);
  return std::noop_coroutine();
}

bool barrier::awaiter::leave(detail::stop_waiter &self) noexcept {
  auto &waiter = static_cast<awaiter &>(self);
  barrier &left = waiter.awaited_;
  std::size_t missing = left.queue_.lock();
  if (waiter.is_linked()) {
    left.queue_.waiters.erase(waiter);
    missing += one;
  }
  left.queue_.unlock(missing);
  return true;
}

} // namespace corolint::rt
