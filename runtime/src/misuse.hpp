// How the detectors of the checked levels report.

#ifndef COROLINT_RT_SRC_MISUSE_HPP
#define COROLINT_RT_SRC_MISUSE_HPP

#include "corolint/rt/checked.hpp"

namespace corolint::rt::detail {

/// Calls the handler.
void report_misuse(const misuse &seen) noexcept;

} // namespace corolint::rt::detail

#endif
