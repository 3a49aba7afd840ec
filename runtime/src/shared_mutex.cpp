#include "corolint/rt/shared_mutex.hpp"

namespace corolint::rt {

void shared_mutex::serve(std::size_t &state,
                         detail::waiter_list &claimed) noexcept {
  queue_.serve(state, claimed,
               [](std::size_t &state, detail::list_waiter &first) {
                 return admit(state, static_cast<awaiter_base &>(first).mode_);
               });
}

void shared_mutex::release(mode held) noexcept {
  const std::size_t ours = held == mode::exclusive ? writer : reader;
  constexpr std::size_t others =
      detail::wait_queue::waited | detail::wait_queue::busy;
  for (std::size_t word = queue_.peek(); !(word & others);)
    if (queue_.change(word, word - ours))
      return;
  detail::waiter_list claimed;
  std::size_t state = queue_.lock() - ours;
  serve(state, claimed);
  queue_.unlock(state);
  detail::wake_all(claimed);
}

std::coroutine_handle<> shared_mutex::awaiter_base::suspend(
    detail::job &self, std::coroutine_handle<> suspended) noexcept {
  return mutex_.queue_.suspend(
      *this, self, suspended, [this](std::size_t &state) {
        return mutex_.queue_.waiters.empty() && admit(state, mode_);
      });
}

bool shared_mutex::awaiter_base::leave(detail::stop_waiter &self) noexcept {
  auto &waiter = static_cast<awaiter_base &>(self);
  shared_mutex &left = waiter.mutex_;
  detail::waiter_list claimed;
  std::size_t state = left.queue_.lock();
  if (waiter.is_linked())
    left.queue_.waiters.erase(waiter);
  // A writer that leaves may have kept readers out.
  left.serve(state, claimed);
  left.queue_.unlock(state);
  detail::wake_all(claimed);
  return true;
}

} // namespace corolint::rt
