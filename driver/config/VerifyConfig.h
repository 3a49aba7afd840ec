// corolint verify-config: is all configuration good, without any analysis?

#ifndef COROLINT_DRIVER_CONFIG_VERIFYCONFIG_H
#define COROLINT_DRIVER_CONFIG_VERIFYCONFIG_H

#include "ProjectFile.h"

namespace corolint {

/// Says each mistake in what applies to \p Files, and whether all is good.
ExitCode verifyConfig(const Options &Asked, const ProjectFile &Project,
                      llvm::ArrayRef<std::string> Files);

} // namespace corolint

#endif
