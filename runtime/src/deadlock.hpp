// Tasks that wait for each other, and for nothing else.

#ifndef COROLINT_RT_SRC_DEADLOCK_HPP
#define COROLINT_RT_SRC_DEADLOCK_HPP

#include "corolint/rt/detail/observed.hpp"

namespace corolint::rt::detail {

class scheduler;

/// \p home is quiet. Reports the tasks that wait for locks, if all that live
/// wait for locks or for other tasks. In a checked build only.
void report_waiting_for_locks(scheduler &home);

/// By the watchdog.
inline void report_deadlock([[maybe_unused]] scheduler &home) {
  if constexpr (is_checked)
    report_waiting_for_locks(home);
}

} // namespace corolint::rt::detail

#endif
