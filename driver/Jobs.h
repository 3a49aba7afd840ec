// From the files that are to be checked to the units that are to be analysed.

#ifndef COROLINT_DRIVER_JOBS_H
#define COROLINT_DRIVER_JOBS_H

#include "CompileDatabase.h"
#include "TidyConfig.h"
#include "Unit.h"

namespace corolint {

/// A file and what is known of it up to now.
struct Job {
  std::string File; ///< absolute
  std::vector<Unit> Units;
  /// What is wrong with it, as the user sees it; then there are no units.
  std::vector<std::string> Complaints;
};

/// The files that the user named, absolute, each once.
std::vector<std::string> namedFiles(const Options &Asked);

/// The files to look at, absolute, each once; empty after a complaint.
std::vector<std::string> filesToRead(const Options &Asked,
                                     const CompileDatabase &Database);

/// Those of \p Files that are not excluded. If none is left, it has said so.
std::vector<std::string> withoutExcluded(std::vector<std::string> Files,
                                         const PathGlobs &Excluded);

/// A job for each of \p Files that any check is on for. Nothing after a
/// complaint about the configuration.
std::optional<std::vector<Job>> prepareJobs(llvm::ArrayRef<std::string> Files,
                                            bool AreNamedByUser,
                                            CompileDatabase &Database,
                                            TidyConfig &Config);

} // namespace corolint

#endif
