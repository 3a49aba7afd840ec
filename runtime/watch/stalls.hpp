// Loops that do not come back to where they wait.

#ifndef COROLINT_RT_WATCH_STALLS_HPP
#define COROLINT_RT_WATCH_STALLS_HPP

namespace corolint::rt::detail {

/// Starts the thread that looks at the loops, if it is asked for and is not
/// there. It ends with the process.
void look_for_stalls() noexcept;

/// The thread is not there: the process has been forked.
void forget_stalls() noexcept;

} // namespace corolint::rt::detail

#endif
