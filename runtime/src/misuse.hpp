// How the detectors report.

#ifndef COROLINT_RT_SRC_MISUSE_HPP
#define COROLINT_RT_SRC_MISUSE_HPP

#include "corolint/rt/checked.hpp"

namespace corolint::rt::detail {

/// Calls the handler, unless the same check has reported the same place before;
/// \p level is not off. Ends the program if it is fatal. Thread-safe.
void report_misuse(const misuse &seen, checked_level level);

} // namespace corolint::rt::detail

#endif
