// A limit on the time that a task may take.

#ifndef COROLINT_RT_TIMEOUT_HPP
#define COROLINT_RT_TIMEOUT_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/result.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <utility>

namespace corolint::rt {

/// The time was over before the task was done.
struct elapsed {
  friend bool operator==(elapsed, elapsed) = default;
};

namespace detail {

/// Stops a job when its time has come. In the frame of who awaits the job.
class deadline_timer {
public:
  deadline_timer() = default;
  deadline_timer(const deadline_timer &) = delete;
  ~deadline_timer() { disarm(); }

  /// Arms the timer; \p target is stopped unless disarm() comes first.
  void arm(job &target, scheduler &home, tick due) noexcept;
  /// After this the target may go.
  void disarm() noexcept;

private:
  timer timer_;
  bool armed_ = false;
};

template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT timeout_operation final
    : public branches_operation<branch_pack<T>> {
public:
  timeout_operation(clock::duration span, task<T> &&work)
      : branches_operation<branch_pack<T>>(false, std::move(work)),
        span_(span) {}
  timeout_operation(clock::time_point deadline, task<T> &&work)
      : branches_operation<branch_pack<T>>(false, std::move(work)),
        deadline_(deadline), absolute_(true) {}

  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    job &parent = *suspended.promise().owner;
    scheduler &home = parent.home();
    this->branches_.prepare(*this, parent);
    timer_.arm(this->branches_[0], home,
               absolute_ ? home.tick_after(deadline_)
                         : scheduler::tick_in(home.now(), span_));
    return this->begin(parent, suspended);
  }

  result<T, elapsed> await_resume() {
    if (this->branches_[0].was_stopped)
      return failure(elapsed());
    outcome<T> &done = this->branches_.template get<0>().result();
    if constexpr (std::is_void_v<T>) {
      done.take();
      return {};
    } else {
      return done.take();
    }
  }

private:
  void branch_ended(branch_base &) noexcept final { timer_.disarm(); }

  deadline_timer timer_;
  clock::duration span_{};
  clock::time_point deadline_{};
  bool absolute_ = false;
};

} // namespace detail

/// Runs \p work for at most \p span. `co_await` gives its value, or `elapsed`
/// if the time was over first: then \p work has been stopped, and awaited.
/// Throws what \p work throws.
template <class T>
detail::timeout_operation<T>
timeout(clock::duration span,
        COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work) {
  return detail::timeout_operation<T>(span, std::move(work));
}

/// The same with a point in time.
template <class T>
detail::timeout_operation<T>
timeout_at(clock::time_point deadline,
           COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work) {
  return detail::timeout_operation<T>(deadline, std::move(work));
}

} // namespace corolint::rt

#endif
