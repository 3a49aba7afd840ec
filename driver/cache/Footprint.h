// Where an analysis has looked: the names of what it read, saw, listed and did
// not find, by folder, but not what they hold. Two runs with equal footprints
// and equal contents give the same result.

#ifndef COROLINT_DRIVER_CACHE_FOOTPRINT_H
#define COROLINT_DRIVER_CACHE_FOOTPRINT_H

#include "FilesNow.h"
#include "PortableNames.h"
#include "UnitResult.h"

namespace corolint {

/// A footprint as bytes, and the digest of all that was read there.
struct FootprintOf {
  std::string Footprint;
  std::string Content;
};

/// That of an analysis.
FootprintOf footprintOf(const LookedUp &Files, const PortableNames &Names);

/// Says what the files of footprints hold now. Units have most of their folders
/// in common; what was asked of one is then known.
class FootprintsNow {
public:
  FootprintsNow(FilesNow &Now, const PortableNames &Names)
      : Now(Now), Names(Names) {}

  /// The digest of what is there; empty if something is gone, or is there that
  /// was not, or \p Footprint is none.
  std::string contentOf(llvm::StringRef Footprint);

private:
  std::string contentOfFolder(llvm::StringRef Asked);

  FilesNow &Now;
  const PortableNames &Names;
  llvm::StringMap<std::string> Folders; ///< by the digest of what is asked
};

} // namespace corolint

#endif
