// Timers of one worker: armed and disarmed in constant time from any thread.
//
// A hierarchical wheel (Varghese and Lauck, 1987): six levels of 64 slots, the
// lowest a millisecond wide, each level 64 times as wide as the one below. A
// timer sinks a level each time that its slot comes up, and fires at level 0:
// never early, at most a tick late by the wheel's doing.

#ifndef COROLINT_RT_DETAIL_TIMER_WHEEL_HPP
#define COROLINT_RT_DETAIL_TIMER_WHEEL_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <array>
#include <atomic>
#include <cassert>
#include <cstdint>
#include <limits>

namespace corolint::rt::detail {

/// Milliseconds since the scheduler started.
using tick = std::uint64_t;
inline constexpr tick never = std::numeric_limits<tick>::max();

class timer_wheel;

/// In the frame of who waits.
struct timer {
  timer *previous = nullptr;
  timer *next = nullptr;
  timer_wheel *wheel = nullptr;
  tick due = 0;
  std::uint8_t level = 0;
  std::uint8_t slot = 0;
  bool linked = false; ///< guarded by the lock of the wheel
  /// While a timer that stops a job is at it, outside of the lock.
  std::atomic<bool> firing{false};
  job *target = nullptr;         ///< woken, or stopped if there is no waiter
  stop_waiter *waiter = nullptr; ///< what stands in the target's stop word
};

class timer_wheel {
public:
  timer_wheel() = default;
  timer_wheel(const timer_wheel &) = delete;
  timer_wheel &operator=(const timer_wheel &) = delete;
  ~timer_wheel() { assert(is_empty() && "a timer outlives its task"); }

  /// Arms \p added at the time \p now; due may lie in the past, it fires at the
  /// next tick then. \p also runs under the lock, to publish the waiter; if it
  /// returns false nothing is armed and neither does this.
  template <class Also> bool arm(timer &added, tick now, Also also) noexcept {
    added.wheel = this; // who stops the waiter asks for it
    lock_.lock();
    if (!also()) {
      lock_.unlock();
      return false;
    }
    if (elapsed_ < now && is_empty())
      elapsed_ = now;
    insert(added);
    publish();
    lock_.unlock();
    return true;
  }

  /// After this the timer does not fire and nobody looks at it any more.
  /// Returns true if it had not fired.
  bool disarm(timer &removed) noexcept {
    lock_.lock();
    const bool was_linked = removed.linked;
    if (was_linked) {
      unlink(removed);
      // The bound stays as it is: a wake-up too many is cheaper than a search.
    }
    lock_.unlock();
    while (removed.firing.load(std::memory_order_acquire))
      relax();
    return was_linked;
  }

  /// Fires all that is due at \p now: wakes or stops their targets.
  void advance(tick now) noexcept;

  /// No timer fires before this; it may be too early, never too late.
  tick next_due() const noexcept {
    return next_due_.load(std::memory_order_relaxed);
  }

private:
  static constexpr unsigned levels = 6;
  static constexpr unsigned slots = 64;
  /// The widest distance: about two years. What is farther sinks again.
  static constexpr tick horizon = (tick{1} << (6 * levels)) - 1;

  bool is_empty() const noexcept {
    std::uint64_t any = 0;
    for (std::uint64_t level : occupied_)
      any |= level;
    return any == 0;
  }
  void insert(timer &added) noexcept;
  void unlink(timer &removed) noexcept;
  tick earliest() const noexcept;
  void publish() noexcept {
    next_due_.store(earliest(), std::memory_order_relaxed);
  }

  spin_lock lock_;
  tick elapsed_ = 0;
  std::atomic<tick> next_due_{never};
  std::array<std::uint64_t, levels> occupied_{};
  std::array<std::array<timer *, slots>, levels> slots_{};
};

} // namespace corolint::rt::detail

#endif
