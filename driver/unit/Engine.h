// Analyses many units at once, each in a process of its own.

#ifndef COROLINT_DRIVER_UNIT_ENGINE_H
#define COROLINT_DRIVER_UNIT_ENGINE_H

#include "ChildProcesses.h"
#include "Unit.h"
#include "llvm/ADT/ArrayRef.h"

namespace corolint {

struct EngineSettings {
  unsigned Jobs = 1;
  ChildLimits Limits;
};

/// A unit and how it is analysed.
struct UnitTask {
  const Unit *What;
  Shortcuts Taken;
  /// What was looked up for the precompiled header; may be null.
  const LookedUp *Shared;
};

/// When and where a unit was analysed.
struct UnitRun {
  unsigned Slot = 0; ///< which of those that ran at once, from 0
  std::chrono::steady_clock::time_point Start, Stop;
  bool IsFromCache = false; ///< then the rest says nothing
};

/// Who is told of the course of things.
class EngineListener {
public:
  virtual ~EngineListener() = default;
  virtual void started(const Unit &U) = 0;
  /// \p Result of a unit that crashed or was stopped says so in Complaints.
  virtual void ended(const Unit &U, UnitResult Result, const UnitRun &Run) = 0;
  /// Called each second in which nothing ends.
  virtual void waiting() {}
};

/// Analyses all of \p Tasks in their order. \p FS is the file system that \p
/// Config was made with. False if the user interrupted it.
bool analyseAll(llvm::ArrayRef<UnitTask> Tasks, TidyConfig &Config,
                llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
                const EngineSettings &Settings, EngineListener &Listener);

} // namespace corolint

#endif
