// Clean-up that awaits, on every path out of a task.

#ifndef COROLINT_RT_FINALLY_HPP
#define COROLINT_RT_FINALLY_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/task.hpp"
#include <coroutine>
#include <optional>
#include <utility>

namespace corolint::rt {

namespace detail {

/// A group of the work alone, which gets the clean-up as a second branch when
/// the work has ended.
template <class T>
class [[nodiscard]] COROLINT_MUST_AWAIT finally_operation final
    : public branches_operation<branch_pack<T>> {
public:
  finally_operation(task<T> &&work, task<void> &&cleanup) noexcept
      : branches_operation<branch_pack<T>>(false, std::move(work)),
        cleanup_task_(std::move(cleanup)) {
    this->needs_live_parent_ = false;
  }
  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    job &parent = *suspended.promise().owner;
    this->branches_.prepare(*this, parent);
    cleanup_.emplace(*this, parent, std::move(cleanup_task_));
    return this->begin(parent, suspended);
  }

  T await_resume() {
    outcome<T> &done = this->branches_.template get<0>().result();
    if (!done.failure())
      cleanup_->result().take();
    return done.take();
  }

private:
  void branch_ended(branch_base &ended) noexcept final {
    if (&ended == &*cleanup_)
      return;
    this->add_branch();
    schedule(*cleanup_);
  }

  task<void> cleanup_task_;
  std::optional<branch<void>> cleanup_; ///< no stop reaches it
};

} // namespace detail

/// Runs \p work, then \p cleanup, whether the work gives a value, throws or is
/// stopped; it has been destroyed when the clean-up begins. Once this is
/// awaited the clean-up runs, even if the task that awaits was stopped before:
/// then without the work. It is not stopped itself, and should end soon.
///
/// `co_await` gives the value of the work or throws what it threw. A failure of
/// the clean-up is thrown if the work did not fail, and reported as lost
/// otherwise. Throws task_consumed if one of the two is empty.
template <class T>
detail::finally_operation<T>
finally(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<T> work,
        COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<void> cleanup) {
  return detail::finally_operation<T>(std::move(work), std::move(cleanup));
}

} // namespace corolint::rt

#endif
