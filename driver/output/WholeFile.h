// Writing a file so that no reader ever sees half of it.

#ifndef COROLINT_DRIVER_OUTPUT_WHOLEFILE_H
#define COROLINT_DRIVER_OUTPUT_WHOLEFILE_H

#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/raw_ostream.h"
#include <string>

namespace corolint::output {

/// What is wrong with \p File as a place to write to, as far as that can be
/// said before the work; or nothing.
std::string unwritable(llvm::StringRef File);

/// Puts what \p Write writes in the place of \p File, at once and with the same
/// permissions. Returns why it could not, or nothing; the old file is then as
/// it was.
std::string writeWhole(llvm::StringRef File,
                       llvm::function_ref<void(llvm::raw_ostream &)> Write);

} // namespace corolint::output

#endif
