// What the environment asks of the library.

#ifndef COROLINT_RT_WATCH_SETTINGS_HPP
#define COROLINT_RT_WATCH_SETTINGS_HPP

#include "corolint/rt/checked.hpp"
#include <chrono>
#include <string>
#include <vector>

namespace corolint::rt::detail {

struct watch_settings {
  checked_level level = checked_level::on; ///< COROLINT_CHECKED
  /// COROLINT_WATCH_THREADS: patterns of names, separated by commas.
  std::vector<std::string> threads;
  /// COROLINT_WATCH_STALL_MS. Zero: stalls are not looked for.
  std::chrono::milliseconds stall{100};
};

/// Null until the library is loaded: what is called before is not watched.
const watch_settings *settings() noexcept;

} // namespace corolint::rt::detail

#endif
