// A scope that does not end before the tasks that were started in it.

#ifndef COROLINT_RT_SCOPE_HPP
#define COROLINT_RT_SCOPE_HPP

#include "corolint/annotations.hpp"
#include "corolint/rt/detail/branches.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include <cstddef>
#include <exception>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

namespace corolint::rt {

class scope;

namespace detail {

/// A task that was spawned in a scope. Deletes itself at its end.
class scope_child final : public branch_base, public pooled {
public:
  scope_child(group &among, const job &parent, frame<void> child) noexcept
      : branch_base(among, parent), child_(std::move(child)) {
    begin_job(*this, child_);
  }
  void discard(bool stopped) noexcept override {
    if (!stopped)
      failure_ = child_->result.take_failure();
    child_.reset();
  }
  std::exception_ptr failure() const noexcept override { return failure_; }
  std::exception_ptr take_failure() noexcept override {
    return std::exchange(failure_, nullptr);
  }

  scope_child *previous = nullptr;
  scope_child *next = nullptr;

private:
  frame<void> child_;
  std::exception_ptr failure_;
};

} // namespace detail

/// What the body of with_scope spawns into. Thread-safe, for the body and for
/// the tasks of the scope.
class scope {
public:
  scope(const scope &) = delete;
  scope &operator=(const scope &) = delete;

  /// Runs \p work beside the caller. It may refer to what outlives the call of
  /// with_scope. If it fails, the scope is stopped. Throws task_consumed if
  /// there is nothing to run.
  void spawn(COROLINT_SPAWNS_SCOPED COROLINT_CONSUMES task<void> work);

  /// The same for what \p f called with \p args returns; both are copied or
  /// moved into the task.
  template <class F, class... Args>
    requires std::is_same_v<detail::task_of<F, Args...>, task<void>>
  void spawn(COROLINT_SPAWNS_SCOPED F &&f,
             COROLINT_SPAWNS_SCOPED Args &&...args) {
    spawn(detail::call_with<std::decay_t<F>, std::decay_t<Args>...>(
        std::forward<F>(f), std::forward<Args>(args)...));
  }

  /// Stops the body and all tasks of the scope, and those that it spawns later.
  COROLINT_NONBLOCKING void stop() noexcept;

  /// How many of its tasks have not ended.
  std::size_t running() const noexcept;

protected:
  scope(detail::group &whole) noexcept : whole_(whole) {}
  /// Reports what was not thrown, because the parent was stopped.
  ~scope();

  void set_parent(const detail::job &parent) noexcept { parent_ = &parent; }
  void stop_children(const detail::branch_base *except) noexcept;
  /// Takes an ended child away. Returns true, with its failure kept, if it is
  /// the first one that has failed.
  bool remove(detail::scope_child &ended) noexcept;
  /// Keeps \p failure if it is the first; reports it as lost otherwise.
  bool keep(std::exception_ptr failure) noexcept;
  void rethrow_failure() {
    if (std::exception_ptr first = std::exchange(failure_, nullptr))
      std::rethrow_exception(std::move(first));
  }

private:
  virtual void begin_child(detail::scope_child &child) noexcept = 0;

  detail::group &whole_;
  const detail::job *parent_ = nullptr;
  mutable detail::spin_lock lock_;
  detail::scope_child *first_ = nullptr;
  std::size_t running_ = 0;
  bool stopping_ = false;
  std::exception_ptr failure_;
};

namespace detail {

template <class T, class Body>
class [[nodiscard]] COROLINT_MUST_AWAIT scope_operation final
    : public branches_operation<branch_pack<T>>,
      public scope {
  using base = branches_operation<branch_pack<T>>;

public:
  explicit scope_operation(Body &&body)
      : base(false, task<T>()), scope(static_cast<group &>(*this)),
        body_(std::move(body)) {}

  template <within_job Promise>
  std::coroutine_handle<>
  await_suspend(std::coroutine_handle<Promise> suspended) {
    if (std::exchange(is_used_, true))
      detail::throw_consumed();
    job &parent = *suspended.promise().owner;
    set_parent(parent);
    this->branches_.set(std::invoke(body_, static_cast<scope &>(*this)));
    this->branches_.prepare(*this, parent);
    return this->begin(parent, suspended);
  }
  T await_resume() {
    rethrow_failure();
    return this->branches_.template get<0>().result().take();
  }

private:
  void stop_branches(const branch_base *except) noexcept final {
    if (except != &this->branches_[0])
      this->branches_[0].request_stop();
    stop_children(except);
  }

  void branch_ended(branch_base &ended) noexcept final {
    if (&ended == &this->branches_[0]) {
      if (ended.has_failed() && keep(ended.take_failure()))
        stop_children(nullptr);
      return;
    }
    if (remove(static_cast<scope_child &>(ended)))
      stop_branches(nullptr);
  }

  void begin_child(scope_child &child) noexcept final {
    this->add_branch();
    schedule_new(child);
  }

  bool is_used_ = false;
  Body body_; ///< may be a lambda whose captures the task refers to
};

} // namespace detail

/// Calls \p body with a scope and runs the task that it returns. `co_await`
/// goes on when that task and all that was spawned in the scope have ended, and
/// gives the value of \p body. The first failure stops the rest and is thrown
/// then; further ones are reported as lost.
/// Awaited once; throws task_consumed the second time.
template <class Body>
  requires detail::is_task<std::invoke_result_t<Body &, scope &>>
auto with_scope(COROLINT_SPAWNS_SCOPED Body body) {
  using value = typename std::invoke_result_t<Body &, scope &>::value_type;
  return detail::scope_operation<value, Body>(std::move(body));
}

} // namespace corolint::rt

#endif
