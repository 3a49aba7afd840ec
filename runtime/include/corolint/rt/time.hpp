// Waiting for time to pass, without a thread that waits.

#ifndef COROLINT_RT_TIME_HPP
#define COROLINT_RT_TIME_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/task.hpp"
#include <chrono>
#include <coroutine>

namespace corolint::rt {

using clock = std::chrono::steady_clock;

/// The time of the runtime that the calling task runs on: what sleep_until
/// compares with. It differs from clock::now() if the clock of the runtime is
/// paused. Throws no_runtime outside of tasks.
COROLINT_NONBLOCKING inline clock::time_point now() {
  return detail::this_scheduler().time();
}

/// The awaitable of sleep_for and sleep_until. To be stopped loses nothing.
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND sleep_awaiter
    : detail::stop_waiter {
public:
  explicit sleep_awaiter(clock::duration span) noexcept : until_(span) {
    prepare();
  }
  explicit sleep_awaiter(clock::time_point deadline) noexcept
      : until_(deadline.time_since_epoch()), absolute_(true) {
    prepare();
  }
  sleep_awaiter(sleep_awaiter &&) = delete;

  bool await_ready() const noexcept { return false; }
  template <detail::within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    detail::job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    return begin(self) ? std::noop_coroutine() : self.unwind();
  }
  void await_resume() const noexcept {}

private:
  void prepare() noexcept;
  /// False if the job has been stopped.
  bool begin(detail::job &self) noexcept;

  detail::timer timer_;
  clock::duration until_; ///< from now, or from the beginning of the clock
  bool absolute_ = false;
};

/// Suspends the task for \p span at least.
COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE inline sleep_awaiter
sleep_for(clock::duration span) noexcept {
  return sleep_awaiter(span);
}

/// Suspends the task until \p deadline; until the next tick if that is over.
COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE inline sleep_awaiter
sleep_until(clock::time_point deadline) noexcept {
  return sleep_awaiter(deadline);
}

} // namespace corolint::rt

#endif
