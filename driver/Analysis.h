// From units to their results: which are parsed, with what, and in what order.

#ifndef COROLINT_DRIVER_ANALYSIS_H
#define COROLINT_DRIVER_ANALYSIS_H

#include "Engine.h"

namespace corolint {

struct AnalysisSettings {
  unsigned Jobs = 1;
  ChildLimits Limits;
  Shortcuts Taken;
  bool DropsHopeless = false; ///< does not parse what cannot have findings
  bool SharesHeaders = true;  ///< precompiles what many units include first
};

/// Analyses \p Units, those that take longest first; \p Listener hears of each
/// that it ended. \p FS is the file system that \p Config was made with. False
/// if the user interrupted it.
bool analyse(std::vector<const Unit *> Units, TidyConfig &Config,
             llvm::IntrusiveRefCntPtr<llvm::vfs::FileSystem> FS,
             const AnalysisSettings &Settings, EngineListener &Listener);

} // namespace corolint

#endif
