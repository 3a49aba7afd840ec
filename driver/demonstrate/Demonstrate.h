// "corolint demonstrate CHECK": a finding is a claim about a run, so the
// examples of a page are run.

#ifndef COROLINT_DRIVER_DEMONSTRATE_DEMONSTRATE_H
#define COROLINT_DRIVER_DEMONSTRATE_DEMONSTRATE_H

#include "Options.h"

namespace corolint {

/// Shows each example of the page of the check that was named, with what the
/// check and the checked runtime report of it, and whether that is what the
/// page claims; HasFindings if it is not. Without a name it lists the checks
/// that can be shown.
ExitCode demonstrate(const Options &Asked);

} // namespace corolint

#endif
