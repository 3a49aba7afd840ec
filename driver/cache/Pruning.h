// Keeps a cache small. llvm/Support/CachePruning.h knows one flat folder of
// files with a name of its own, and when a file was read, which most file
// systems no longer note down.

#ifndef COROLINT_DRIVER_CACHE_PRUNING_H
#define COROLINT_DRIVER_CACHE_PRUNING_H

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"
#include <string>

namespace corolint {

/// Removes files below \p Folders, those with the oldest time of modification
/// first, until they take less than \p MaxBytes, with some room to grow.
void removeLeastRecentlyUsed(llvm::ArrayRef<std::string> Folders,
                             uint64_t MaxBytes);

/// Removes what processes left in \p Folder that died while they wrote.
void removeLeftovers(llvm::StringRef Folder);

} // namespace corolint

#endif
