// The findings that were there before, which a team has not mended yet: a JSON
// file with a finding on each line, so that it merges well.

#ifndef COROLINT_DRIVER_FILTER_BASELINEFILE_H
#define COROLINT_DRIVER_FILTER_BASELINEFILE_H

#include "llvm/ADT/StringRef.h"
#include "llvm/ADT/StringSet.h"
#include "llvm/Support/MemoryBufferRef.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <string>
#include <vector>

namespace corolint {

/// UTF-8, whatever the bytes of the file and its name.
struct BaselineEntry {
  std::string File; ///< as reports name it
  std::string Check;
  std::string Line; ///< of source, without blanks; for who reads the baseline
  std::string Fingerprint; ///< by which it is known again
};

class BaselineFile {
public:
  BaselineFile() = default;
  explicit BaselineFile(std::vector<BaselineEntry> Entries);

  /// Nothing if it is none; \p Mistake is then "file:line:col: error: …".
  static std::optional<BaselineFile> parse(llvm::MemoryBufferRef Text,
                                           std::string &Mistake);

  bool contains(llvm::StringRef Fingerprint) const {
    return Fingerprints.contains(Fingerprint);
  }

  /// By file, check and line; each once.
  const std::vector<BaselineEntry> &entries() const { return Entries; }

  void print(llvm::raw_ostream &Out) const;

private:
  std::vector<BaselineEntry> Entries;
  llvm::StringSet<> Fingerprints;
};

} // namespace corolint

#endif
