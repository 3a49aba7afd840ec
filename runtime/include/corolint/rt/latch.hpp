// Points that tasks reach together: once (latch), or again and again (barrier).

#ifndef COROLINT_RT_LATCH_HPP
#define COROLINT_RT_LATCH_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include <coroutine>
#include <cstddef>
#include <stdexcept>

namespace corolint::rt {

/// Counts down to zero, and then lets everybody through for ever.
///
/// count_down() does not touch it any more once a waiter can go on, which may
/// destroy it. Nobody may wait for it when it is destroyed. Thread-safe.
class latch {
public:
  class awaiter;

  explicit latch(std::size_t count) noexcept
      : queue_(count * detail::wait_queue::unit) {}
  latch(const latch &) = delete;
  latch &operator=(const latch &) = delete;

  /// At zero it stays there.
  COROLINT_NONBLOCKING void count_down(std::size_t by = 1) noexcept;
  bool try_wait() const noexcept { return queue_.peek() == 0; }

  /// Goes on when the count is zero. To be stopped while waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter wait() noexcept;

  /// Counts down by one at the call, and waits for the others.
  COROLINT_CHECKPOINT
  COROLINT_CANCEL_LOSES("the wait; the latch has been counted down") awaiter
      arrive_and_wait() noexcept;

private:
  friend class detail::gate_awaiter<latch>;

  bool take() const noexcept { return queue_.peek() == 0; }
  static bool take_from(const std::size_t &state) noexcept {
    return state == 0;
  }

  detail::wait_queue queue_;
};

/// The awaitable of wait() and arrive_and_wait().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND latch::awaiter
    : public detail::gate_awaiter<latch> {
public:
  explicit awaiter(latch &awaited) noexcept : gate_awaiter(awaited) {}

  void await_resume() const noexcept {}
};

inline latch::awaiter latch::wait() noexcept { return awaiter(*this); }

inline latch::awaiter latch::arrive_and_wait() noexcept {
  count_down();
  return awaiter(*this);
}

/// Lets its participants go on when all of them have arrived, and begins anew.
///
/// A participant that is stopped while it waits takes its arrival back: the
/// others wait for it to come again, or for somebody in its place. One that is
/// not to come any more says so by arrive_and_drop(). Nobody may wait for it
/// when it is destroyed. Thread-safe.
class barrier {
public:
  class awaiter;

  /// Throws std::invalid_argument if there are no participants.
  explicit barrier(std::size_t participants);
  barrier(const barrier &) = delete;
  barrier &operator=(const barrier &) = delete;

  /// `co_await` gives true to the last one that arrives, false to the others.
  /// To be stopped while waiting loses nothing.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter arrive_and_wait() noexcept;

  /// Arrives without waiting; from the next time on there is one participant
  /// less.
  COROLINT_NONBLOCKING void arrive_and_drop() noexcept;

private:
  /// How many are still to arrive.
  static constexpr std::size_t one = detail::wait_queue::unit;

  /// The last one is there: begins anew, and lets the lock go.
  void complete() noexcept;

  detail::wait_queue queue_;
  std::size_t participants_; ///< guarded by the queue
};

/// The awaitable of arrive_and_wait().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND barrier::awaiter
    : detail::list_waiter {
public:
  explicit awaiter(barrier &awaited) noexcept
      : list_waiter{{leave}}, awaited_(awaited) {}
  awaiter(awaiter &&) = delete;

  bool await_ready() const noexcept { return false; }
  template <detail::within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    return suspend(*suspended.promise().owner, suspended);
  }
  bool await_resume() const noexcept { return was_last_; }

private:
  std::coroutine_handle<> suspend(detail::job &self,
                                  std::coroutine_handle<> suspended) noexcept;
  static bool leave(detail::stop_waiter &self) noexcept;

  barrier &awaited_;
  bool was_last_ = false;
};

inline barrier::awaiter barrier::arrive_and_wait() noexcept {
  return awaiter(*this);
}

extern template class detail::gate_awaiter<latch>;

} // namespace corolint::rt

#endif
