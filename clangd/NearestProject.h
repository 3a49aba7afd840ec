// The project file that applies to a file which is open in an editor.

#ifndef COROLINT_CLANGD_NEARESTPROJECT_H
#define COROLINT_CLANGD_NEARESTPROJECT_H

#include "ProjectFile.h"
#include <memory>

namespace corolint {

/// The nearest above \p File, an absolute path; an empty one if there is none.
/// It is read again when it has changed. Mistakes are said once on standard
/// error, which editors keep as a log, and what it said before them stays.
/// Thread-safe.
std::shared_ptr<const ProjectFile> nearestProject(llvm::StringRef File);

} // namespace corolint

#endif
