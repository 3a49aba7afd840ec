// Names of files, as they are compared and as they are shown.

#ifndef COROLINT_DRIVER_PATHS_H
#define COROLINT_DRIVER_PATHS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// Absolute and without "." and ".." where that names the same file; relative
/// to \p Base, or to the current directory if \p Base is empty.
std::string absolutePath(llvm::StringRef Path, llvm::StringRef Base = "");

/// Relative to the current directory if the file is below it, else unchanged.
std::string shownPath(llvm::StringRef Path);

/// The file itself, whatever links lead to it; \p Path if there is none.
std::string realPath(llvm::StringRef Path);

} // namespace corolint

#endif
