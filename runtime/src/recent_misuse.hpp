// The last reports, for dumps.

#ifndef COROLINT_RT_SRC_RECENT_MISUSE_HPP
#define COROLINT_RT_SRC_RECENT_MISUSE_HPP

#include "corolint/rt/checked.hpp"
#include "misuse_report.hpp"
#include <chrono>
#include <vector>

namespace corolint::rt::detail {

struct recent_misuse {
  kept_misuse what;
  std::chrono::steady_clock::time_point when;
};

/// Keeps \p seen, and forgets the oldest of more than a hundred. Thread-safe.
void keep_misuse(const misuse &seen);

/// The newest last. Thread-safe.
std::vector<recent_misuse> recent_misuses();

} // namespace corolint::rt::detail

#endif
