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
//
// Jobs wait far more often than they are stopped. So who waits writes the word
// and looks whether it has been stopped, without an atomic operation between
// the two; who stops a job that does not wait makes the kernel order them.

#ifndef COROLINT_RT_DETAIL_JOB_HPP
#define COROLINT_RT_DETAIL_JOB_HPP

#include "corolint/rt/detail/fence.hpp"
#include "corolint/rt/detail/locals.hpp"
#include "corolint/rt/detail/observed.hpp"
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

class job : public observed_job {
public:
  /// Runs on any worker of \p home. \p locals is shared.
  explicit job(scheduler &home, local_binding *locals = nullptr) noexcept
      : locals(local_binding::share(locals)),
        place_(reinterpret_cast<std::uintptr_t>(&home)) {}
  /// Runs where the other one may run, and shares its locals.
  struct beside {
    const job &other;
  };
  explicit job(beside parent) noexcept
      : locals(local_binding::share(parent.other.locals)),
        place_(parent.other.place_) {}
  job(const job &) = delete;
  job &operator=(const job &) = delete;

  /// Before the job suspends: false if it has been stopped, has to unwind and
  /// not to wait. What on_stop wakes must not go before this has returned.
  bool arm(stop_waiter &waiter) noexcept {
    waiting_.store(&waiter, std::memory_order_release);
    light_fence(); // pairs with the heavy one between begin_stop and end_stop
    if (!stop_requested()) [[likely]]
      return true;
    // Taken back, or else who stops us has it and wakes us.
    return !claim(waiter);
  }

  /// The right to wake the job that waits with \p waiter. False if it is being
  /// stopped: somebody else wakes it, and the waiter may go away at any time
  /// that the lock under which it was found does not exclude.
  bool claim(stop_waiter &waiter) noexcept {
    stop_waiter *expected = &waiter;
    return waiting_.compare_exchange_strong(expected, nullptr,
                                            std::memory_order_acq_rel,
                                            std::memory_order_acquire);
  }

  /// Of a job that others may stop before it begins: to be called before.
  void set_not_begun() noexcept {
    waiting_.store(&not_begun, std::memory_order_relaxed);
  }
  /// False if it has been stopped, and is not to be run.
  bool may_begin() noexcept { return claim(not_begun); }

  /// Stops the job at its present or next suspension. Safe from any thread
  /// while the job is known to live.
  void request_stop() noexcept;

  /// The same for many at once: begin_stop() for each, and if it was true for
  /// one of them a heavy_fence() and end_stop() for each.
  bool begin_stop() noexcept;
  void end_stop() noexcept;

  /// A moment's view.
  bool is_waiting() const noexcept {
    const stop_waiter *const waiter = waiting_.load(std::memory_order_relaxed);
    return waiter && waiter != &not_begun;
  }

  bool stop_requested() const noexcept {
    return stop_requested_.load(std::memory_order_relaxed);
  }

  /// Unwinds the job when it is next run. Returned to its caller so that an
  /// awaiter can write `return job.unwind();`.
  std::coroutine_handle<> unwind() noexcept;
  bool is_unwinding() const noexcept { return !resume_point; }

  /// The outermost coroutine is done, or was stopped and is to be destroyed.
  /// Returns what is to be resumed in its place.
  virtual std::coroutine_handle<> end(bool stopped) noexcept = 0;

  scheduler &home() const noexcept;
  /// The worker that the job runs on only, or null: it runs on any.
  worker *pinned() const noexcept {
    return place_ & is_worker ? reinterpret_cast<worker *>(place_ - is_worker)
                              : nullptr;
  }
  /// Before it begins.
  void pin_to(worker &only) noexcept {
    place_ = reinterpret_cast<std::uintptr_t>(&only) | is_worker;
  }

  job *next = nullptr;                  ///< in the queue that it stands in
  std::coroutine_handle<> resume_point; ///< null: it unwinds
  local_binding *locals;                ///< values local to the task; owned

protected:
  ~job() { local_binding::release(locals); }

private:
  /// Takes the waiter out and wakes the job, if it waits.
  bool stop_waiting() noexcept;

  static constexpr std::uintptr_t is_worker = 1;
  /// Stands in the word of a job that has not begun.
  static stop_waiter not_begun;

  std::uintptr_t place_; ///< a scheduler, or a worker and its mark
  std::atomic<stop_waiter *> waiting_{nullptr};
  std::atomic<bool> stop_requested_{false};
};

/// Hands \p woken to the worker that runs it next; from any thread. The job may
/// be gone when this returns. Defined with the scheduler.
inline void schedule(job &woken) noexcept;

/// Puts a new job where idle workers find it.
void schedule_new(job &added) noexcept;

/// A coroutine that runs within a job, and knows it.
template <class Promise>
concept within_job = requires(Promise &promise) {
  { promise.owner } -> std::same_as<job *&>;
};

/// Base of awaiters that wait in a list: the job, and where it is found.
struct list_waiter : stop_waiter {
  /// Under the lock of the list.
  bool is_linked() const noexcept { return next != this; }

  list_waiter *previous = nullptr;
  list_waiter *next = this; ///< this: in no list
  job *waiting = nullptr;
};

/// Doubly linked, first in, first out, without allocation. Not synchronised.
/// What `previous` of the first one says means nothing.
class waiter_list {
public:
  bool empty() const noexcept { return first_ == nullptr; }

  void push_back(list_waiter &waiter) noexcept {
    waiter.previous = last_;
    waiter.next = nullptr;
    (last_ ? last_->next : first_) = &waiter;
    last_ = &waiter;
  }

  void erase(list_waiter &waiter) noexcept {
    if (&waiter == first_) {
      pop_front();
      return;
    }
    waiter.previous->next = waiter.next;
    (waiter.next ? waiter.next->previous : last_) = waiter.previous;
    waiter.next = &waiter;
  }

  list_waiter *front() const noexcept { return first_; }

  /// Takes out the first waiter whose job can still be woken, and claims it.
  /// The caller schedules it, after the lock of the list. Null if there is
  /// none.
  list_waiter *claim_front() noexcept {
    while (list_waiter *waiter = first_) {
      pop_front();
      if (waiter->waiting->claim(*waiter))
        return waiter;
    }
    return nullptr;
  }

private:
  /// Not if it is empty. Does not touch the one behind.
  void pop_front() noexcept {
    list_waiter &front = *first_;
    first_ = front.next;
    if (!first_)
      last_ = nullptr;
    front.next = &front;
  }

  list_waiter *first_ = nullptr;
  list_waiter *last_ = nullptr; ///< null if there is none
};

} // namespace corolint::rt::detail

#endif
