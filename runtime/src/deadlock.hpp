// Tasks that nothing can resume any more.

#ifndef COROLINT_RT_SRC_DEADLOCK_HPP
#define COROLINT_RT_SRC_DEADLOCK_HPP

#include "corolint/rt/detail/observed.hpp"
#include <chrono>

namespace corolint::rt::detail {

class scheduler;

/// \p home is quiet. Reports the tasks that wait for locks, if all that live
/// wait for locks or for other tasks; and those that wait for anything, if the
/// program has no thread that could resume them. False if there are none. In a
/// checked build only.
bool report_never_resumed(scheduler &home);

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
