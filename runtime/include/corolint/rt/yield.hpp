// Letting others run.

#ifndef COROLINT_RT_YIELD_HPP
#define COROLINT_RT_YIELD_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include <coroutine>

namespace corolint::rt {

/// The awaitable of yield.
class [[nodiscard]] COROLINT_MUST_AWAIT COROLINT_MAY_SUSPEND yield_awaiter {
public:
  bool await_ready() const noexcept { return false; }
  template <detail::within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) const noexcept {
    detail::job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    if (self.stop_requested())
      return self.unwind();
    detail::schedule_last(self);
    return std::noop_coroutine();
  }
  void await_resume() const noexcept {}
};

/// Goes on after everything that is ready on this worker. Ends the task here if
/// it has been stopped.
COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE inline yield_awaiter yield() noexcept {
  return {};
}

} // namespace corolint::rt

#endif
