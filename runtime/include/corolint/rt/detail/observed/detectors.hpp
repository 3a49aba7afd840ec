// What the rest of the library tells detectors.

#ifndef COROLINT_RT_DETAIL_OBSERVED_DETECTORS_HPP
#define COROLINT_RT_DETAIL_OBSERVED_DETECTORS_HPP

#include <cstddef>

namespace corolint::rt::detail {

class observed_frame;
class observed_job;

/// \p spawned, which has not begun, is about to run on any worker.
void crosses_threads(const observed_frame &spawned) noexcept;

/// A task failed, and nobody will look at it.
void fails_unobserved(const observed_job &task) noexcept;

/// A queue without a bound holds so many messages.
void queue_grows(std::size_t length) noexcept;

/// The thread that made an object which must not leave it.
class thread_owner {
public:
  thread_owner() noexcept;
  /// Reports if another thread asks. \p type: of the object.
  void check(const char *type) const noexcept;

private:
  unsigned long thread_;
};

/// Lets the calling thread block, for as long as it lives.
class blocking_allowed {
public:
  blocking_allowed() noexcept;
  blocking_allowed(const blocking_allowed &) = delete;
  blocking_allowed &operator=(const blocking_allowed &) = delete;
  ~blocking_allowed();
};

/// A task was to be awaited or started that is not there any more.
void consumed_again() noexcept;
/// block_on was called by a task.
void joined_inside() noexcept;

} // namespace corolint::rt::detail

#endif
