// What the scheduler asks of the kernel: tell when a descriptor is ready, and
// sleep until then.
//
// Each descriptor is registered once, edge-triggered; who wants to read tries
// first and waits only if the kernel says that there is nothing. That costs two
// system calls for a request and its answer.

#ifndef COROLINT_RT_DETAIL_REACTOR_HPP
#define COROLINT_RT_DETAIL_REACTOR_HPP

#include "corolint/rt/detail/io_source.hpp"
#include <chrono>
#include <memory>
#include <system_error>

namespace corolint::rt::detail {

/// Small on purpose: another kernel interface replaces this class alone.
class reactor {
public:
  virtual ~reactor() = default;

  /// Starts to watch \p descriptor, which must not block. Null and the error if
  /// the kernel refuses; then \p descriptor still is the caller's.
  virtual io_source *add(int descriptor, std::error_code &error) = 0;

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
