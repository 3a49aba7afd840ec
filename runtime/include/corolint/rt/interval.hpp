// Ticks that come again and again.

#ifndef COROLINT_RT_INTERVAL_HPP
#define COROLINT_RT_INTERVAL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/wait_queue.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <coroutine>
#include <optional>
#include <stdexcept>

namespace corolint::rt {

/// When the ticks come that follow one that was awaited too late.
enum class missed_ticks {
  burst, ///< at once, until all that were missed have come
  delay, ///< a whole period after the late one was taken
  skip,  ///< at the next multiple of the period: the missed ones never come
};

/// A clock that ticks. The first tick comes at once when it is first awaited,
/// and the others a period apart from that; a tick that is awaited up to five
/// milliseconds late, which is what timers and processors need, is not late.
///
/// Uses the time of the runtime, see now(). Belongs to one task, not
/// thread-safe.
///
///     interval ticks(1s);
///     for (;;) {
///       co_await ticks.tick();
///       poll();
///     }
class interval {
public:
  class awaiter;

  /// Throws std::invalid_argument if \p period is not positive.
  explicit interval(clock::duration period,
                    missed_ticks policy = missed_ticks::burst)
      : period_(period), policy_(policy) {
    if (period <= clock::duration::zero())
      throw std::invalid_argument(
          "corolint::rt: the period of an interval has to be positive");
  }

  /// `co_await` gives the time at which the tick was due. To be stopped while
  /// waiting leaves the tick to the next who awaits it.
  COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE awaiter tick();

  clock::duration period() const noexcept { return period_; }

private:
  /// The tick that is due has been taken.
  clock::time_point advance() noexcept;

  clock::duration period_;
  missed_ticks policy_;
  std::optional<clock::time_point> due_;
};

/// The awaitable of tick().
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND interval::awaiter {
public:
  explicit awaiter(interval &from)
      : from_(from), due_(*from.due_), sleep_(due_) {}

  bool await_ready() const noexcept { return false; }
  template <detail::within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    detail::job &self = *suspended.promise().owner;
    if (due_ > self.home().time())
      return sleep_.await_suspend(suspended);
    self.resume_point = suspended;
    if (self.stop_requested())
      return self.unwind();
    return detail::go_on(self, suspended);
  }
  clock::time_point await_resume() noexcept { return from_.advance(); }

private:
  interval &from_;
  clock::time_point due_;
  sleep_awaiter sleep_;
};

inline interval::awaiter interval::tick() {
  if (!due_)
    due_ = now();
  return awaiter(*this);
}

} // namespace corolint::rt

#endif
