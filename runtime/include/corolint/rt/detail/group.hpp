// Branches: jobs in the frame of the job that awaits them all.
//
// join, select, timeout and shield are groups that differ only in when they
// stop their branches. A group never lets its parent go on while a branch runs,
// so branches may refer to what the parent holds.

#ifndef COROLINT_RT_DETAIL_GROUP_HPP
#define COROLINT_RT_DETAIL_GROUP_HPP

#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/error.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/task.hpp"
#include <atomic>
#include <coroutine>
#include <cstdint>
#include <exception>
#include <utility>

namespace corolint::rt::detail {

class group;

/// One branch, whatever it returns.
class branch_base : public job {
public:
  /// Runs where \p parent may run.
  branch_base(group &among, const job &parent) noexcept
      : job(beside{parent}), among(among) {}

  /// Destroys the coroutine: done, and its outcome is kept, or stopped. Its
  /// parameters must not live until the whole group has ended: another branch
  /// may wait for the end of one of them, such as the sender of a channel.
  virtual void discard(bool stopped) noexcept = 0;
  /// What the coroutine threw, or null.
  virtual std::exception_ptr failure() const noexcept = 0;
  /// The same, for who throws or reports it: null from then on.
  virtual std::exception_ptr take_failure() noexcept = 0;
  bool has_failed() const noexcept { return failure() != nullptr; }
  [[noreturn]] void rethrow() { std::rethrow_exception(take_failure()); }

  std::coroutine_handle<> end(bool stopped) noexcept final;

  group &among;
  bool was_stopped = false; ///< to be read after the end
};

class group : public stop_waiter {
public:
  group(const group &) = delete;
  group &operator=(const group &) = delete;

  /// Suspends \p suspended, starts the branches one after the other on this
  /// worker, and returns what runs next: \p suspended itself if all of them
  /// have ended already.
  std::coroutine_handle<> begin(job &parent,
                                std::coroutine_handle<> suspended) noexcept;

  /// Stops all branches but \p except, which may be null. While they live: from
  /// a branch that has not been counted as ended, or with the parent stopped.
  virtual void stop_branches(const branch_base *except = nullptr) noexcept;

protected:
  /// \p unstoppable: requests to stop the parent do not reach the branches.
  explicit group(bool unstoppable = false) noexcept;
  ~group() = default;

  /// Branches that do not begin if the parent has been stopped before.
  bool needs_live_parent_ = true;

  virtual std::size_t branch_count() const noexcept = 0;
  virtual branch_base &branch_at(std::size_t index) noexcept = 0;
  /// \p ended is done, or was stopped. May be called from several threads at
  /// once, each time before the parent can go on.
  virtual void branch_ended(branch_base &ended) noexcept = 0;

  /// One more branch, begun by the caller. While another one runs.
  void add_branch() noexcept {
    pending_.fetch_add(1, std::memory_order_relaxed);
  }

private:
  friend class branch_base;

  /// The last branch has ended. True if the parent is to be woken by the
  /// caller.
  bool finish() noexcept;
  /// Of the two, who ends the branches and who stops the parent, the second
  /// one wakes it.
  bool arrives_second() noexcept {
    return arrived_.exchange(true, std::memory_order_acq_rel);
  }

  job *parent_ = nullptr;
  std::atomic<std::size_t> pending_{0};
  std::atomic<bool> arrived_{false};
};

inline std::coroutine_handle<> branch_base::end(bool stopped) noexcept {
  set_ended();
  was_stopped = stopped;
  discard(stopped);
  group &whole = among;
  whole.branch_ended(*this);
  if (whole.pending_.fetch_sub(1, std::memory_order_acq_rel) == 1) {
    job &parent = *whole.parent_;
    if (whole.finish())
      schedule(parent);
  }
  return std::noop_coroutine();
}

template <class T> class branch final : public branch_base {
public:
  /// Throws task_consumed if there is nothing to run.
  branch(group &among, const job &parent, task<T> &&work)
      : branch_base(among, parent), child_(release(std::move(work))) {
    if (!child_)
      throw_consumed();
    begin_job(*this, child_, parent.innermost());
    set_not_begun(); // the end of a branch may stop those that come after it
  }

  ~branch() {
    // The parent was stopped, and looks at nothing any more.
    if (std::exception_ptr lost = take_failure())
      report_lost_failure(std::move(lost));
  }

  void discard(bool stopped) noexcept override {
    if (!stopped)
      result_.take_over(child_->result);
    child_.reset();
  }
  std::exception_ptr failure() const noexcept override {
    return result_.failure();
  }
  std::exception_ptr take_failure() noexcept override {
    return result_.take_failure();
  }
  /// Of a branch that was not stopped.
  outcome<T> &result() noexcept { return result_; }

private:
  frame<T> child_;
  outcome<T> result_;
};

} // namespace corolint::rt::detail

#endif
