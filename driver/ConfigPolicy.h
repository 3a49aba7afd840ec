// Which checks run, given what .clang-tidy files and --checks say.
//
// A .clang-tidy is written with clang-tidy's checks in mind: its "-*" speaks
// of those. Our checks stay on until a glob names them; a gate that an
// unrelated line switches off silently is worse than one that stays.

#ifndef COROLINT_DRIVER_CONFIGPOLICY_H
#define COROLINT_DRIVER_CONFIGPOLICY_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// Whether a glob (with or without '-') is written with our checks in mind.
bool namesOurChecks(llvm::StringRef Glob);

/// The globs to hand to clang-tidy. \p FileGlobs is what the .clang-tidy files
/// say, outermost first; \p CommandLineGlobs comes on top and is obeyed as is.
std::string effectiveChecks(llvm::StringRef FileGlobs,
                            llvm::StringRef CommandLineGlobs);

} // namespace corolint

#endif
