// What happens to the failure of a task that nobody looks at: it is reported.

#ifndef COROLINT_RT_LOST_FAILURE_HPP
#define COROLINT_RT_LOST_FAILURE_HPP

#include <exception>

namespace corolint::rt {

/// Called on the thread on which the failure was lost, which may be a worker:
/// it neither blocks nor throws.
using lost_failure_handler = void (*)(std::exception_ptr) noexcept;

/// Replaces the handler of the whole program; null: the one that prints a line
/// to the standard error. Returns the one before. Thread-safe.
lost_failure_handler
set_lost_failure_handler(lost_failure_handler next) noexcept;

namespace detail {

/// Calls the handler.
void report_lost_failure(std::exception_ptr failure) noexcept;

} // namespace detail

} // namespace corolint::rt

#endif
