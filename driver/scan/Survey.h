// A look at units before they are parsed: which need not be, and which begin
// alike.

#ifndef COROLINT_DRIVER_SCAN_SURVEY_H
#define COROLINT_DRIVER_SCAN_SURVEY_H

#include "Engine.h"

namespace corolint {

/// One for each of \p Units, in their order, \p Jobs at once. Of a unit that
/// could not be looked at it says nothing. Empty if the user interrupted it.
std::vector<UnitSurvey> survey(llvm::ArrayRef<const Unit *> Units,
                               TidyConfig &Config, unsigned Jobs);

} // namespace corolint

#endif
