// corolint doctor FILE: what applies to a file, and who says so.

#ifndef COROLINT_DRIVER_CONFIG_DOCTOR_H
#define COROLINT_DRIVER_CONFIG_DOCTOR_H

#include "CompileDatabase.h"
#include "ProjectFile.h"

namespace corolint {

/// Writes plain lines, "what: how", to standard output; of each of \p Files,
/// absolute names. Misused if the configuration is wrong, Incomplete if a file
/// has no command.
ExitCode doctor(const Options &Asked, const ProjectFile &Project,
                CompileDatabase &Database, llvm::ArrayRef<std::string> Files);

} // namespace corolint

#endif
