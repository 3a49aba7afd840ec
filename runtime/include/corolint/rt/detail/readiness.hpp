// One direction of a descriptor: whether to try is worth while, and who waits
// until it is.
//
// Who is told by the kernel that there is nothing, or less than it asked for,
// marks the direction as exhausted and does not try again before the next
// event. An event that came in between counts up, so that no mark hides it.

#ifndef COROLINT_RT_DETAIL_READINESS_HPP
#define COROLINT_RT_DETAIL_READINESS_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <atomic>
#include <cstdint>

namespace corolint::rt::detail {

class readiness {
public:
  /// What was known at one moment.
  using view = std::uint32_t;

  view look() const noexcept { return state_.load(std::memory_order_acquire); }
  static bool is_ready(view seen) noexcept { return (seen & ready) != 0; }

  /// The kernel had nothing, asked after \p seen was seen.
  void exhausted(view seen) noexcept {
    state_.compare_exchange_strong(seen, seen & ~ready,
                                   std::memory_order_acq_rel,
                                   std::memory_order_relaxed);
  }
  /// The kernel had less than was asked for. At the end of a stream there is
  /// still something to hear: that it has ended.
  void drained(view seen) noexcept {
    if ((seen & last) == 0)
      exhausted(seen);
  }

  enum class waits { no, yes, stopped };

  /// `no`: trying again is worth while; `yes`: \p waiter is linked and armed,
  /// its job has to suspend, and it may be gone; `stopped`: the job has been
  /// stopped.
  waits wait(list_waiter &waiter) noexcept;

  /// Forgets a waiter whose job is being stopped.
  void cancel(list_waiter &waiter) noexcept;

  /// Something happened: wakes all who wait. \p is_last: no event follows.
  void set(bool is_last = false) noexcept;

private:
  static constexpr view ready = 1;
  static constexpr view last = 2;
  static constexpr view event = 4; ///< counted from here on

  std::atomic<view> state_{ready};
  spin_lock lock_;
  waiter_list waiting_;
};

} // namespace corolint::rt::detail

#endif
