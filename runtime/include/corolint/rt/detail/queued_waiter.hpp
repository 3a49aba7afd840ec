// How a task waits at a channel: in a list, under the lock of the channel.

#ifndef COROLINT_RT_DETAIL_QUEUED_WAITER_HPP
#define COROLINT_RT_DETAIL_QUEUED_WAITER_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/job_queue.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <coroutine>
#include <mutex>

namespace corolint::rt::detail {

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
/// false after it called wait(). It says where it waits by lock() and line(). A
/// stopped job does not begin it.
template <class Operation> class queued_operation : protected list_waiter {
public:
  queued_operation(queued_operation &&) = delete;

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
  queued_operation() noexcept : list_waiter{{leave}} {}
  ~queued_operation() = default;

  /// Called under the lock, which it releases: \p self waits in the list, or
  /// unwinds if it has been stopped. This may be gone afterwards.
  void wait(job &self) noexcept {
    auto &operation = static_cast<Operation &>(*this);
    spin_lock &held = operation.lock();
    waiting = &self;
    const bool waits = self.arm(*this);
    if (waits)
      operation.line().push_back(*this);
    held.unlock();
    if (!waits)
      self.unwind();
  }

  static bool leave(stop_waiter &self) noexcept {
    auto &operation =
        static_cast<Operation &>(static_cast<queued_operation &>(self));
    const std::lock_guard held(operation.lock());
    if (operation.is_linked())
      operation.line().erase(operation);
    return true;
  }
};

/// Claims everybody in \p line for \p woken. Under the lock of the list.
void claim_all(waiter_list &line, job_queue &woken) noexcept;

/// After that lock was released.
void schedule_all(job_queue &woken) noexcept;

} // namespace corolint::rt::detail

#endif
