// "corolint selftest": a command that finds nothing must be known from one
// that cannot find anything.

#ifndef COROLINT_DRIVER_SELFTEST_SELFTEST_H
#define COROLINT_DRIVER_SELFTEST_SELFTEST_H

#include "Options.h"

namespace corolint {

/// Has the command behind "--", or corolint itself, lint a file with mistakes,
/// as if it were one of the current folder. Incomplete, after a complaint that
/// says why, if none of them is reported.
ExitCode selftest(const Options &Asked);

} // namespace corolint

#endif
