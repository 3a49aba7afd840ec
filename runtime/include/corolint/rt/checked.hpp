// What a runtime looks out for while it runs, and whom it tells.

#ifndef COROLINT_RT_CHECKED_HPP
#define COROLINT_RT_CHECKED_HPP

#include <string_view>

namespace corolint::rt {

/// `on` and `fatal`: a thread of the runtime watches its workers, and reports a
/// task that keeps one of them longer than the limit, because it blocks or
/// because it computes. Costs the tasks nothing.
enum class checked_level {
  off,
  on,    ///< reports, and goes on
  fatal, ///< reports, and ends the program by std::abort
};

/// A mistake that was seen while it happened.
struct misuse {
  std::string_view check; ///< that finds it in the source: "coro-blocking-call"
  std::string_view text;  ///< what happens, and what to do; lives for the call
};

/// Called on the thread that watches: it neither blocks nor throws.
using misuse_handler = void (*)(const misuse &) noexcept;

/// Replaces the handler of the whole program; null: the one that prints a line
/// to the standard error. Returns the one before. Thread-safe.
misuse_handler set_misuse_handler(misuse_handler next) noexcept;

} // namespace corolint::rt

#endif
