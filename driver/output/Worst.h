// Which results to keep where there is no room for all.

#ifndef COROLINT_DRIVER_OUTPUT_WORST_H
#define COROLINT_DRIVER_OUTPUT_WORST_H

#include "Report.h"

namespace corolint::output {

/// At most \p Limit of \p All, in their order: rather those that count than
/// suppressed ones, new ones than old ones, errors than warnings.
std::vector<const Result *> worst(std::vector<const Result *> All,
                                  size_t Limit);

} // namespace corolint::output

#endif
