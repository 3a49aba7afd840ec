// Tasks that nothing can resume any more.

#ifndef COROLINT_RT_SRC_DEADLOCK_HPP
#define COROLINT_RT_SRC_DEADLOCK_HPP

namespace corolint::rt::detail {

class scheduler;

/// \p home is quiet. Reports the tasks that wait for locks, if all that live
/// wait for locks or for other tasks; and those that wait for anything, if the
/// program has no thread that could resume them. False if there are none. In a
/// checked build only.
bool report_never_resumed(scheduler &home);

} // namespace corolint::rt::detail

#endif
