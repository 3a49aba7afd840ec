// Which files are worth an analysis if only changed lines count.

#ifndef COROLINT_DRIVER_FILTER_CHANGEDUNITS_H
#define COROLINT_DRIVER_FILTER_CHANGEDUNITS_H

#include "ChangedLines.h"
#include "Jobs.h"

namespace corolint {

/// Drops those of \p Jobs that read no changed file. Of one that cannot be told
/// it is kept.
void keepChanged(std::vector<Job> &Jobs, ChangedLines &Lines,
                 TidyConfig &Config);

} // namespace corolint

#endif
