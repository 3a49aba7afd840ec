// A worker that one task keeps for too long, as it is reported.

#ifndef COROLINT_RT_SRC_STALL_HPP
#define COROLINT_RT_SRC_STALL_HPP

#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/scheduler.hpp"
#include "misuse.hpp"
#include <string_view>

namespace corolint::rt::detail {

struct stall {
  const worker &who;
  bool computes; ///< false: it blocks
  std::string_view text;

  std::string_view check() const noexcept {
    return computes ? "coro-loop-without-suspend" : "coro-blocking-call";
  }
};

/// Finds the place by a look at the stack of the worker's thread. In a checked
/// build only.
void report_stall_at_its_place(const stall &seen, checked_level level);

/// By the watchdog.
inline void report_stall(const stall &seen, checked_level level) {
  if constexpr (is_checked)
    report_stall_at_its_place(seen, level);
  else
    report_misuse({seen.check(), seen.text}, level);
}

} // namespace corolint::rt::detail

#endif
