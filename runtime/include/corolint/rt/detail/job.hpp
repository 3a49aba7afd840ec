// A job: one chain of coroutines that await each other, as the scheduler sees
// it. A spawned task is a job, and so is each branch of join, select or
// timeout.
//
// Only the innermost coroutine of a chain can be suspended, so one word says
// where a request to stop has to go. That word also decides races: whoever
// takes the waiter out of it, the one who has what the job waits for or the one
// who stops it, and nobody else, wakes the job. A stopped job is not resumed:
// its outermost frame is destroyed, which runs the destructors of all of them
// from the inside out.

#ifndef COROLINT_RT_DETAIL_JOB_HPP
#define COROLINT_RT_DETAIL_JOB_HPP

#include "corolint/rt/detail/locals.hpp"
#include <atomic>
#include <concepts>
#include <coroutine>
#include <cstdint>

namespace corolint::rt::detail {

class scheduler;
class worker;

/// Stands in the stop word of a job while the job waits.
struct stop_waiter {
  /// Called once by who stops the job, after it took the waiter out of the
  /// word. Takes the waiter out of whatever it waits in. True: the job is to be
  /// woken, to unwind. False: something else will wake it.
  bool (*on_stop)(stop_waiter &) noexcept;
};

class job {
public:
  /// \p locals is shared.
  explicit job(scheduler &home, local_binding *locals = nullptr) noexcept
      : home(&home), locals(local_binding::share(locals)) {}
  job(const job &) = delete;
  job &operator=(const job &) = delete;

  /// Before the job suspends with \p waiter published: false if it has been
  /// stopped; it must unwind then and not wait.
  bool arm(stop_waiter &waiter) noexcept {
    std::uintptr_t nobody = 0;
    return stop_word_.compare_exchange_strong(
        nobody, reinterpret_cast<std::uintptr_t>(&waiter),
        std::memory_order_acq_rel, std::memory_order_acquire);
  }

  /// The right to wake the job that waits with \p waiter. False if it is being
  /// stopped: somebody else wakes it, and the waiter may go away at any time
  /// that the lock under which it was found does not exclude.
  bool claim(stop_waiter &waiter) noexcept {
    auto expected = reinterpret_cast<std::uintptr_t>(&waiter);
    return stop_word_.compare_exchange_strong(
        expected, 0, std::memory_order_acq_rel, std::memory_order_acquire);
  }

  /// Stops the job at its present or next suspension. Safe from any thread
  /// while the job is known to live.
  void request_stop() noexcept;

  bool stop_requested() const noexcept {
    return stop_word_.load(std::memory_order_relaxed) == stopped;
  }

  /// Unwinds the job when it is next run. Returned to its caller so that an
  /// awaiter can write `return job.unwind();`.
  std::coroutine_handle<> unwind() noexcept;

  /// The outermost coroutine is done, or was stopped and is to be destroyed.
  /// Returns what is to be resumed in its place.
  virtual std::coroutine_handle<> end(bool stopped) noexcept = 0;

  job *next = nullptr; ///< in the queue that it stands in
  std::coroutine_handle<> resume_point;
  scheduler *home;
  worker *pinned = nullptr; ///< runs there only; null: on any worker
  local_binding *locals;    ///< values local to the task; owned
  bool unwinding = false;

protected:
  ~job() { local_binding::release(locals); }

private:
  static constexpr std::uintptr_t stopped = 1;
  std::atomic<std::uintptr_t> stop_word_{0};
};

/// Hands \p woken to the worker that runs it next; from any thread. The job may
/// be gone when this returns.
void schedule(job &woken) noexcept;

/// Wakes the job that runs on the calling worker again, after everything that
/// is ready there.
void schedule_last(job &woken) noexcept;

/// A coroutine that runs within a job, and knows it.
template <class Promise>
concept within_job = requires(Promise &promise) {
  { promise.owner } -> std::same_as<job *&>;
};

/// Base of awaiters that wait in a list: the job, and where it is found.
struct list_waiter : stop_waiter {
  list_waiter *previous = nullptr;
  list_waiter *next = nullptr;
  job *waiting = nullptr;
  bool linked = false; ///< guarded by the lock of the list
};

/// Doubly linked, first in, first out, without allocation. Not synchronised.
class waiter_list {
public:
  bool empty() const noexcept { return first_ == nullptr; }

  void push_back(list_waiter &waiter) noexcept {
    waiter.previous = last_;
    waiter.next = nullptr;
    (last_ ? last_->next : first_) = &waiter;
    last_ = &waiter;
    waiter.linked = true;
  }

  void erase(list_waiter &waiter) noexcept {
    (waiter.previous ? waiter.previous->next : first_) = waiter.next;
    (waiter.next ? waiter.next->previous : last_) = waiter.previous;
    waiter.linked = false;
  }

  list_waiter *front() const noexcept { return first_; }

  /// Takes out the first waiter whose job can still be woken, and claims it.
  /// The caller schedules it, after the lock of the list. Null if there is
  /// none.
  list_waiter *claim_front() noexcept {
    while (list_waiter *waiter = first_) {
      erase(*waiter);
      if (waiter->waiting->claim(*waiter))
        return waiter;
    }
    return nullptr;
  }

private:
  list_waiter *first_ = nullptr;
  list_waiter *last_ = nullptr;
};

} // namespace corolint::rt::detail

#endif
