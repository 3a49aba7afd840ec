// What the cache knows of one unit: where its analyses have looked, and which
// result belongs to which content of that. A few are kept, so that switching
// between two branches finds both.

#ifndef COROLINT_DRIVER_CACHE_MANIFEST_H
#define COROLINT_DRIVER_CACHE_MANIFEST_H

#include "llvm/ADT/StringRef.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

class Manifest {
public:
  struct Entry {
    size_t Footprint = 0;     ///< index into footprints()
    std::string Content;      ///< of the footprint
    std::string ResultDigest; ///< by which the result is found
  };
  static constexpr size_t MaxEntries = 8;

  /// Nothing if \p Bytes are not the whole manifest of \p Key.
  static std::optional<Manifest> fromBytes(llvm::StringRef Bytes,
                                           llvm::StringRef Key);
  std::string toBytes(llvm::StringRef Key) const;

  /// Puts an entry in front; the oldest may go.
  void add(llvm::StringRef Footprint, llvm::StringRef Content,
           llvm::StringRef ResultDigest);
  /// Adds those of \p Other behind.
  void addOlder(const Manifest &Other);

  const std::vector<std::string> &footprints() const { return Footprints; }
  /// Latest first.
  const std::vector<Entry> &entries() const { return Entries; }

private:
  std::vector<std::string> Footprints;
  std::vector<Entry> Entries;
};

} // namespace corolint

#endif
