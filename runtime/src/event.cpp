#include "corolint/rt/event.hpp"

namespace corolint::rt {

template class detail::gate_awaiter<event>;
template class detail::gate_awaiter<auto_reset_event>;

void event::set() noexcept {
  std::size_t word = 0;
  if (queue_.change(word, happened) || word == happened)
    return;
  detail::waiter_list claimed;
  queue_.lock();
  queue_.claim_all(claimed);
  queue_.unlock(happened);
  detail::wake_all(claimed);
}

void event::reset() noexcept {
  queue_.lock();
  queue_.unlock(0);
}

void auto_reset_event::set() noexcept {
  std::size_t word = 0;
  if (queue_.change(word, happened) || word == happened)
    return;
  queue_.lock();
  detail::list_waiter *const next = queue_.waiters.claim_front();
  queue_.unlock(next ? 0 : happened);
  if (next)
    detail::schedule(*next->waiting);
}

void auto_reset_event::reset() noexcept {
  queue_.lock();
  queue_.unlock(0);
}

} // namespace corolint::rt
