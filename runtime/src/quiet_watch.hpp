// How long a scheduler has had nothing to do.

#ifndef COROLINT_RT_SRC_QUIET_WATCH_HPP
#define COROLINT_RT_SRC_QUIET_WATCH_HPP

#include <chrono>

namespace corolint::rt::detail {

class scheduler;

/// How long a scheduler has been quiet, and what is to be said of it.
class quiet_watch {
public:
  /// \p limit: how long a task may keep its worker; who waits may take a while
  /// longer to see its turn.
  explicit quiet_watch(std::chrono::milliseconds limit) noexcept
      : longest_(2 * limit) {}

  /// Now and then; by a thread that runs no task. Reports what nothing can
  /// resume, once for each time that \p home is quiet.
  void look(scheduler &home);
  /// Something has run.
  void goes_on() noexcept { since_ = {}; }

private:
  using clock = std::chrono::steady_clock;

  const std::chrono::milliseconds longest_;
  clock::time_point since_{}; ///< zero: something goes on
  bool is_known_ = false;
};

} // namespace corolint::rt::detail

#endif
