// Waiting until something that a mutex protects is as it should be.

#ifndef COROLINT_RT_CONDITION_HPP
#define COROLINT_RT_CONDITION_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/task.hpp"
#include <concepts>
#include <coroutine>
#include <stdexcept>
#include <utility>

namespace corolint::rt {

/// condition::wait was called with a guard that holds no mutex.
class lock_not_held : public std::logic_error {
public:
  lock_not_held()
      : std::logic_error("corolint::rt: to wait for a condition, hold the "
                         "mutex that protects it") {}
};

/// As std::condition_variable: a task that holds a mutex lets it go and waits,
/// in one step, until it is notified and has the mutex again. There are no
/// wake-ups without a notification.
///
/// Who is notified moves on into the queue of the mutex: it is not run in vain,
/// and neither passes others nor is passed by them. Nobody may wait for it when
/// it is destroyed. Thread-safe.
class condition {
public:
  class awaiter;

  condition() = default;
  condition(const condition &) = delete;
  condition &operator=(const condition &) = delete;

  /// Waits for one notification. \p held is empty meanwhile, and holds the
  /// mutex again afterwards. A task that is stopped here does not have the
  /// mutex while it unwinds; notify_one() lets the next one go on in its place.
  /// Throws lock_not_held.
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("the lock of the mutex") awaiter
      wait(mutex::guard &held);

  /// Waits until \p is_met, which is called with the mutex held, returns true.
  template <std::predicate Predicate>
  COROLINT_CHECKPOINT COROLINT_CANCEL_LOSES("the lock of the mutex")
      task<void> wait(mutex::guard &held, Predicate is_met);

  /// Lets the one go on that waits longest.
  COROLINT_NONBLOCKING void notify_one() noexcept;
  /// Lets everybody go on who waits now, one after the other.
  COROLINT_NONBLOCKING void notify_all() noexcept;

private:
  detail::wait_queue queue_;
};

/// The awaitable of wait().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND condition::awaiter
    : detail::list_waiter {
public:
  awaiter(condition &awaited, mutex::guard &held) noexcept
      : list_waiter{{leave}}, awaited_(awaited), held_(held),
        relock_(*held.mutex_) {}
  awaiter(awaiter &&) = delete;
  ~awaiter() {
    if (owes_notification_)
      awaited_.notify_one();
  }

  bool await_ready() const noexcept { return false; }
  template <detail::within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    return suspend(*suspended.promise().owner, suspended);
  }
  void await_resume() noexcept {
    owes_notification_ = false;
    held_ = relock_.await_resume();
  }

private:
  friend class condition;

  std::coroutine_handle<> suspend(detail::job &self,
                                  std::coroutine_handle<> suspended) noexcept;
  /// Moves the job, which has been claimed, on to the mutex.
  void move_on() noexcept;
  static bool leave(detail::stop_waiter &self) noexcept;

  condition &awaited_;
  mutex::guard &held_;
  mutex::lock_awaiter relock_;
  /// Was the one to be notified, and has not gone on: stopped, it passes the
  /// notification on.
  bool owes_notification_ = false;
};

template <std::predicate Predicate>
task<void> condition::wait(mutex::guard &held, Predicate is_met) {
  if (!held)
    throw lock_not_held();
  co_await checkpoint();
  while (!is_met())
    co_await wait(held);
}

} // namespace corolint::rt

#endif
