// Which units begin with the same includes under the same flags, so that those
// headers need to be parsed only once.

#ifndef COROLINT_DRIVER_SCAN_SHAREDPREFIXES_H
#define COROLINT_DRIVER_SCAN_SHAREDPREFIXES_H

#include "UnitResult.h"
#include "llvm/ADT/ArrayRef.h"
#include <string>
#include <vector>

namespace corolint {

/// Units that can share a precompiled header of \c Includes.
struct SharedPrefix {
  std::vector<std::string> Includes; ///< at least one
  std::vector<size_t> Units;         ///< by index, at least EnoughUnits
};

/// From this many units on a precompiled header costs less than it saves: it is
/// written and read again.
inline constexpr size_t EnoughUnits = 3;

/// Each unit is in one of them at most, with as many includes as enough units
/// share.
std::vector<SharedPrefix> sharedPrefixes(llvm::ArrayRef<UnitHead> Heads);

} // namespace corolint

#endif
