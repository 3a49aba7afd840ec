// Shows on standard error how far the run is.

#ifndef COROLINT_DRIVER_PROGRESS_PROGRESS_H
#define COROLINT_DRIVER_PROGRESS_PROGRESS_H

#include "Engine.h"
#include "Options.h"
#include "ProgressDisplay.h"

namespace corolint {

/// Stands between those who work on units and those who want the results.
class Progress : public EngineListener {
public:
  /// Of \p Units, in the way that \p Asked says; tells \p Next of each.
  Progress(const Options &Asked, size_t Units, EngineListener &Next);
  ~Progress() override;
  Progress(const Progress &) = delete;
  Progress &operator=(const Progress &) = delete;

  void started(const Unit &U) override;
  void ended(const Unit &U, UnitResult Result, const UnitRun &Run) override;
  void waiting() override;

  /// Nothing is shown any more.
  void finish(bool IsInterrupted);

private:
  EngineListener &Next;
  std::unique_ptr<ProgressDisplay> Shown; ///< null: nothing
};

} // namespace corolint

#endif
