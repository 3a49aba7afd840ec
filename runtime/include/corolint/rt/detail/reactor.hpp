// What the scheduler asks of the kernel: tell when a descriptor is ready, and
// sleep until then.
//
// Each descriptor is registered once, edge-triggered; who wants to read tries
// first and waits only if the kernel says that there is nothing. That costs two
// system calls for a request and its answer.

#ifndef COROLINT_RT_DETAIL_REACTOR_HPP
#define COROLINT_RT_DETAIL_REACTOR_HPP

#include "corolint/rt/detail/job.hpp"
#include "corolint/rt/detail/spin_lock.hpp"
#include <chrono>
#include <memory>
#include <system_error>

namespace corolint::rt::detail {

/// One direction of a descriptor: who waits, or that it became ready.
class readiness {
public:
  /// Called by who found the descriptor not ready: true if it has become ready
  /// since, so that trying again is worth while; false if \p waiter was linked
  /// and armed and the job has to suspend. Sets \p stopped, and returns false,
  /// if the job has been stopped.
  bool wait(list_waiter &waiter, bool &stopped) noexcept;

  /// Forgets a waiter whose job is being stopped.
  void cancel(list_waiter &waiter) noexcept;

  /// Wakes all who wait, or remembers it for the next.
  void set() noexcept;

private:
  spin_lock lock_;
  waiter_list waiting_;
  bool ready_ = false;
};

/// A registered descriptor. The reactor keeps it until nobody can look at it.
struct io_source {
  readiness reading;
  readiness writing;
  std::atomic<bool> closed{false};
  io_source *next = nullptr; ///< among the retired ones
};

/// Small on purpose: another kernel interface replaces this class alone.
class reactor {
public:
  virtual ~reactor() = default;

  /// Starts to watch \p descriptor, which must not block. Null and the error if
  /// the kernel refuses.
  virtual io_source *add(int descriptor, std::error_code &error) = 0;

  /// Stops to watch; wakes who still waits. \p source is gone afterwards.
  virtual void remove(int descriptor, io_source *source) noexcept = 0;

  /// Waits until something is ready, somebody calls interrupt(), or \p longest
  /// has passed (negative: for ever). Wakes whoever waits for it. By one thread
  /// at a time.
  virtual void wait(std::chrono::milliseconds longest) noexcept = 0;

  /// Ends the present or the next wait(). From any thread.
  virtual void interrupt() noexcept = 0;

  /// True if a wait(0) can find anything.
  virtual bool is_watching() const noexcept = 0;
};

/// Throws std::system_error if the kernel gives no descriptors for it.
std::unique_ptr<reactor> make_epoll_reactor();

} // namespace corolint::rt::detail

#endif
