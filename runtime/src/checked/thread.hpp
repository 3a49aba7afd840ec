// What a checked build knows of the calling thread.

#ifndef COROLINT_RT_SRC_CHECKED_THREAD_HPP
#define COROLINT_RT_SRC_CHECKED_THREAD_HPP

#include "awaits.hpp"
#include "corolint/rt/checked.hpp"
#include "corolint/rt/detail/observed.hpp"
#include <array>

namespace corolint::rt::detail {

/// A lock of the thread: a mutex or one side of a shared mutex.
struct held_lock {
  const void *lock = nullptr;
  const job *by = nullptr; ///< what ran when it was taken
  lock_trace taken_from;   ///< by whom
};

/// Written by its thread only.
struct observed_thread {
  unsigned may_block = 0; ///< depth of allow_blocking
  bool reports = false;   ///< one of ours is at work: nothing is looked at

  static constexpr unsigned most_locks = 16;
  std::array<held_lock, most_locks> held{};
  /// Who gave the thread away, or was about to, with locks held.
  await_chain suspended;
};

inline constinit thread_local observed_thread this_observed_thread;

/// What the calling worker runs. Null between two jobs, and on other threads.
job *running_job() noexcept;

/// Keeps the detectors quiet about what one of them does.
class reporting {
public:
  reporting() noexcept { this_observed_thread.reports = true; }
  ~reporting() { this_observed_thread.reports = false; }
};

} // namespace corolint::rt::detail

#endif
