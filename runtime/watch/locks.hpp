// Locks that a loop holds while it waits.

#ifndef COROLINT_RT_WATCH_LOCKS_HPP
#define COROLINT_RT_WATCH_LOCKS_HPP

#include "loop.hpp"

namespace corolint::rt::detail {

/// The calling thread, whose loop is \p own, is about to wait: what it holds
/// that user code has taken is reported, and forgotten. Not \p free.
void report_held_locks(loop &own, const void *free = nullptr) noexcept;

} // namespace corolint::rt::detail

#endif
