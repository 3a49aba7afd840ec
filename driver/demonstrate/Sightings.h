// What one of the two sides says of an example.

#ifndef COROLINT_DRIVER_DEMONSTRATE_SIGHTINGS_H
#define COROLINT_DRIVER_DEMONSTRATE_SIGHTINGS_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

/// A text at a line; neither file nor line if it is about no place.
struct SightedText {
  std::string Text;
  std::string File; ///< its name, without its folders
  unsigned Line = 0;
};

struct Sighting {
  std::string Check;
  SightedText What;
  std::vector<SightedText> Notes;
};

/// Reads the report in JSON that a finding of ours and one of the runtime have
/// alike. Nothing if it is none.
std::optional<std::vector<Sighting>> sightingsOf(llvm::StringRef Json);

} // namespace corolint

#endif
