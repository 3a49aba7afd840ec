// Asking work to stop, and what may not be stopped.
//
// A stop is a request that a task meets at its next suspension, or at once if
// it is suspended. It does not throw: the frames of the task are destroyed from
// the inside out, so no handler can swallow it by accident and every destructor
// runs.

#ifndef COROLINT_RT_CANCEL_HPP
#define COROLINT_RT_CANCEL_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/detail/queued_waiter.hpp"
#include "corolint/rt/detail/stop_token.hpp"
#include "corolint/rt/task.hpp"
#include <coroutine>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

namespace detail {

class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_NEVER_SUSPENDS stop_requested_awaiter {
public:
  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  bool await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    requested_ = suspended.promise().owner->stop_requested();
    return false;
  }
  bool await_resume() const noexcept { return requested_; }

private:
  bool requested_ = false;
};

class [[nodiscard]] COROLINT_MUST_AWAIT
COROLINT_MAY_SUSPEND checkpoint_awaiter {
public:
  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) const noexcept {
    job &self = *suspended.promise().owner;
    if (self.stop_requested())
      return self.unwind();
    self.resume_point = suspended;
    if (gives_way(self))
      return std::noop_coroutine();
    return suspended;
  }
  void await_resume() const noexcept {}
};

template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT shield_operation final
    : public branches_operation<branch_pack<T>> {
public:
  explicit shield_operation(task<T> &&work)
      : branches_operation<branch_pack<T>>(true, std::move(work)) {}
  T await_resume() { return this->branches_.template get<0>().result().take(); }

private:
  void branch_ended(branch_base &) noexcept final {}
};

#ifdef __cpp_lib_jthread
/// Runs a task that a token of the standard library can stop.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT stop_when_operation final
    : public branches_operation<branch_pack<T>> {
public:
  stop_when_operation(std::stop_token token, task<T> &&work)
      : branches_operation<branch_pack<T>>(false, std::move(work)),
        token_(std::move(token)) {}

  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    job &parent = *suspended.promise().owner;
    this->branches_.prepare(*this, parent);
    callback_.emplace(token_, stopper{this->branches_[0]});
    return this->begin(parent, suspended);
  }
  /// Nothing if it was stopped.
  auto await_resume() {
    callback_.reset();
    branch<T> &done = this->branches_.template get<0>();
    if constexpr (std::is_void_v<T>) {
      if (!done.was_stopped)
        done.result().take();
      return !done.was_stopped;
    } else {
      return done.was_stopped ? std::optional<T>()
                              : std::optional<T>(done.result().take());
    }
  }

private:
  struct stopper {
    branch_base &stopped;
    void operator()() const noexcept { stopped.request_stop(); }
  };

  void branch_ended(branch_base &) noexcept final {}

  std::stop_token token_;
  // Destroyed before the branch: waits for a call that is under way.
  std::optional<std::stop_callback<stopper>> callback_;
};
#endif

} // namespace detail

/// What `co_await checkpoint()` does to a task that has been asked to stop:
/// ends it there. Otherwise it lets others run when the task has had its turn.
/// For long computations.
COROLINT_CHECKPOINT COROLINT_CANCEL_SAFE inline detail::checkpoint_awaiter
checkpoint() noexcept {
  return {};
}

/// `co_await stop_requested()`: true if the task has been asked to stop. Never
/// suspends.
COROLINT_NEVER_SUSPENDS inline detail::stop_requested_awaiter
stop_requested() noexcept {
  return {};
}

/// Runs \p work to its end even if the task that awaits it is asked to stop, or
/// was before; that one stops afterwards.
template <class T>
detail::shield_operation<T>
shield(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work) {
  return detail::shield_operation<T>(std::move(work));
}

#ifdef __cpp_lib_jthread
/// Runs \p work until it is done or \p token asks to stop: then it is stopped,
/// and awaited. `co_await` gives an optional value, or whether it was done if
/// there is none. Throws what \p work throws.
template <class T>
detail::stop_when_operation<T>
stop_when(std::stop_token token,
          COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work) {
  return detail::stop_when_operation<T>(std::move(token), std::move(work));
}
#endif

} // namespace corolint::rt

#endif
