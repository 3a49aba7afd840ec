// Asks git what has changed. Nothing that a repository configures is run:
// no hook, no monitor, no filter, no other diff; and nothing is written.

#ifndef COROLINT_DRIVER_FILTER_GIT_H
#define COROLINT_DRIVER_FILTER_GIT_H

#include "ChangedLines.h"

namespace corolint {

/// The lines of the working tree that are not as in the commit where it left
/// \p Ref; files that git does not know count as a whole. Nothing after a
/// complaint.
std::optional<ChangedLines> changedSince(llvm::StringRef Ref);

} // namespace corolint

#endif
