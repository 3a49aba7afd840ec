#include "corolint/rt/semaphore.hpp"

namespace corolint::rt {

void semaphore::serve(std::size_t &state,
                      detail::waiter_list &claimed) noexcept {
  queue_.serve(
      state, claimed, [](std::size_t &state, detail::list_waiter &first) {
        return take_from(state, static_cast<acquire_awaiter &>(first).count_);
      });
}

void semaphore::release(std::size_t count) noexcept {
  constexpr std::size_t others =
      detail::wait_queue::waited | detail::wait_queue::busy;
  for (std::size_t word = queue_.peek(); !(word & others);)
    if (queue_.change(word, plus(word, count)))
      return;
  detail::waiter_list claimed;
  std::size_t state = plus(queue_.lock(), count);
  serve(state, claimed);
  queue_.unlock(state);
  detail::wake_all(claimed);
}

std::coroutine_handle<> semaphore::acquire_awaiter::suspend(
    detail::job &self, std::coroutine_handle<> suspended) noexcept {
  return from_.queue_.suspend(
      *this, self, suspended, [this](std::size_t &state) {
        return from_.queue_.waiters.empty() && take_from(state, count_);
      });
}

bool semaphore::acquire_awaiter::leave(detail::stop_waiter &self) noexcept {
  auto &waiter = static_cast<acquire_awaiter &>(self);
  semaphore &left = waiter.from_;
  detail::waiter_list claimed;
  std::size_t state = left.queue_.lock();
  if (waiter.is_linked())
    left.queue_.waiters.erase(waiter);
  // One that wanted many may have kept others waiting that want few.
  left.serve(state, claimed);
  left.queue_.unlock(state);
  detail::wake_all(claimed);
  return true;
}

} // namespace corolint::rt
