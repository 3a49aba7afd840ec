// Work in processes of its own, so that a crash, an endless loop or a hunger
// for memory in one costs that one only. Threads could not be stopped, and
// would share a heap that a crash may have left broken.

#ifndef COROLINT_DRIVER_UNIT_CHILDPROCESSES_H
#define COROLINT_DRIVER_UNIT_CHILDPROCESSES_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace corolint {

/// As long as one lives, a signal to end, such as that of Ctrl-C, waits for
/// runInChildren() or waitForBytes(), so that the caller can clean up.
class InterruptsNoted {
public:
  InterruptsNoted();
  ~InterruptsNoted();
  InterruptsNoted(const InterruptsNoted &) = delete;
  InterruptsNoted &operator=(const InterruptsNoted &) = delete;

  enum class Woken { ByBytes, ByUser, ByTime };

  /// Waits until \p File has something to read or is at its end, the user
  /// interrupts that, or it is \p End.
  Woken waitForBytes(int File,
                     std::chrono::steady_clock::time_point End =
                         std::chrono::steady_clock::time_point::max());
};

/// What a child may use; 0: as much as it likes.
struct ChildLimits {
  unsigned Seconds = 0; ///< of wall-clock time
  uint64_t Bytes = 0;   ///< of memory
};

struct ChildOutcome {
  enum class End {
    Finished,
    Crashed,
    TimedOut,
    OutOfMemory,
    NotStarted, ///< the system gave no process
  };
  End How = End::Crashed;
  std::string Bytes;   ///< what the work gave; only of one that finished
  std::string Errors;  ///< what it wrote to standard error
  std::string Problem; ///< of one that did not finish, in words: "signal 11"
  unsigned Slot = 0;   ///< which of those that ran at once, from 0
  std::chrono::steady_clock::time_point Start, Stop;
};

/// Who is told of the course of things, in the calling process and thread.
class ChildListener {
public:
  virtual ~ChildListener() = default;
  virtual void started(size_t Task) = 0;
  virtual void ended(size_t Task, ChildOutcome Outcome) = 0;
  /// Called each second in which nothing ends.
  virtual void waiting() {}
};

/// Runs \p Work for each number below \p Count, lowest first, each in a copy of
/// this process, \p Jobs (at least 1) at once. What it returns comes back to
/// \p Listener. To be called while this process has one thread. False if the
/// user interrupted it (SIGINT or SIGTERM); the children are then gone.
bool runInChildren(size_t Count, unsigned Jobs, ChildLimits Limits,
                   llvm::function_ref<std::string(size_t)> Work,
                   ChildListener &Listener);

/// How many children this machine can run at once: one for each processor that
/// this process may use, fewer if memory is short.
unsigned defaultJobs();

} // namespace corolint

#endif
