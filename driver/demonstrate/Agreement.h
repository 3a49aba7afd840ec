// Whether check and run say of an example what its page claims.

#ifndef COROLINT_DRIVER_DEMONSTRATE_AGREEMENT_H
#define COROLINT_DRIVER_DEMONSTRATE_AGREEMENT_H

#include "ExampleTrial.h"

namespace corolint {

/// What is not as the page of \p Check claims: each bad example is reported by
/// that check and by the run, and nothing but that, at the same lines; a good
/// one by neither. None: all is.
std::vector<std::string> disagreements(llvm::StringRef Check,
                                       llvm::ArrayRef<ExampleTrial> Tried);

/// "line 8 of the bad example", all that is reported of those.
std::string reportedLines(llvm::ArrayRef<ExampleTrial> Tried);

} // namespace corolint

#endif
