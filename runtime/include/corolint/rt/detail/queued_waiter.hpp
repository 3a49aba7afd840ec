// How a task waits at a channel: in a list, under the lock of the channel.

#ifndef COROLINT_RT_DETAIL_QUEUED_WAITER_HPP
#define COROLINT_RT_DETAIL_QUEUED_WAITER_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/job_queue.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <coroutine>

namespace corolint::rt::detail {

/// Waits in one list under one lock; leaves it when its job is stopped.
struct queued_waiter : list_waiter {
  queued_waiter() noexcept { on_stop = leave; }
  queued_waiter(queued_waiter &&) = delete;

  /// Called under \p held, which it releases: \p self waits in \p line, or
  /// unwinds if it has been stopped. The waiter may be gone afterwards.
  void wait(job &self, spin_lock &held, waiter_list &line) noexcept {
    waiting = &self;
    lock_ = &held;
    line_ = &line;
    const bool waits = self.arm(*this);
    if (waits)
      line.push_back(*this);
    held.unlock();
    if (!waits)
      self.unwind();
  }

private:
  static bool leave(stop_waiter &self) noexcept;

  spin_lock *lock_ = nullptr;
  waiter_list *line_ = nullptr;
};

/// After an operation that was ready at once. True: \p self has used up its
/// turn and runs again after the others; what is always ready starves nobody.
inline bool gives_way(job &self) noexcept {
  worker *const here = this_worker;
  if (!here || here->spend()) [[likely]]
    return false;
  schedule_last(self);
  return true;
}

/// The awaiter of an operation that is done at once or waits in a list.
///
/// \p Operation has `bool try_or_wait(job &) noexcept`: true if it is done,
/// false after it called wait(). A stopped job does not begin it.
template <class Operation> class queued_operation : protected queued_waiter {
public:
  bool await_ready() const noexcept { return false; }
  template <within_job Promise>
  bool await_suspend(std::coroutine_handle<Promise> suspended) noexcept {
    job &self = *suspended.promise().owner;
    self.resume_point = suspended;
    if (self.stop_requested()) [[unlikely]] {
      self.unwind();
      return true;
    }
    return !static_cast<Operation *>(this)->try_or_wait(self) ||
           gives_way(self);
  }

private:
  friend Operation;
  queued_operation() = default;
  ~queued_operation() = default;
};

/// Claims everybody in \p line for \p woken. Under the lock of the list.
void claim_all(waiter_list &line, job_queue &woken) noexcept;

/// After that lock was released.
void schedule_all(job_queue &woken) noexcept;

} // namespace corolint::rt::detail

#endif
