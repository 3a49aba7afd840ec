// From options to exit code.

#ifndef COROLINT_DRIVER_RUN_H
#define COROLINT_DRIVER_RUN_H

#include "Options.h"

namespace corolint {

ExitCode run(Options Asked);

} // namespace corolint

#endif
