// By what a line is known again when lines were added above it.

#ifndef COROLINT_DRIVER_OUTPUT_LINEKEY_H
#define COROLINT_DRIVER_OUTPUT_LINEKEY_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint::output {

/// The text of \p Line without blanks, so that it may be indented, and without
/// the comment of a NOLINT, so that one may be added.
std::string lineAsKey(llvm::StringRef Line);

} // namespace corolint::output

#endif
