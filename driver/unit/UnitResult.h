// What the analysis of one translation unit gave, as plain data: it crosses
// from the process that analyses to the one that reports, and into the cache.

#ifndef COROLINT_DRIVER_UNIT_UNITRESULT_H
#define COROLINT_DRIVER_UNIT_UNITRESULT_H

#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace corolint {

/// A byte of a file. The name is absolute; empty for what is in no file.
struct RawSpot {
  std::string File;
  uint64_t Offset = 0;
};

/// Where a message stands.
struct RawPlace {
  RawSpot At;
  uint64_t Length = 0; ///< of what is meant; 0: the token there
  bool IsInMainFile = false;
  bool IsInSystemHeader = false;
  /// Where a NOLINT may stand: from the spelling out through each macro. Empty
  /// if it is only \c At.
  std::vector<RawSpot> Spellings;
};

struct RawNote {
  std::string Text;
  RawPlace Where;
};

/// \c Text takes the place of \c Length bytes.
struct RawEdit {
  RawSpot At;
  uint64_t Length = 0;
  std::string Text;
};

/// A finding as the check gave it: no NOLINT, filter or baseline has been asked
/// yet, so all of these may change without another analysis.
struct RawFinding {
  std::string Check;
  bool IsError = false;
  std::string Message;
  RawPlace Where;
  std::vector<RawNote> Notes;
  std::vector<RawEdit> Fix; ///< to be made together
};

/// What was looked up in the file system: of each file that was read its name,
/// and the names under which nothing was found.
struct LookedUp {
  std::vector<std::string> Read;
  std::vector<std::string> Missing;
};

/// Where the time went, in microseconds of CPU; what else --stats counts.
struct UnitCosts {
  /// By phase: "parse", "checks".
  std::vector<std::pair<std::string, uint64_t>> Phases;
  uint64_t PeakBytes = 0;     ///< of memory
  bool FellBack = false;      ///< a shortcut failed, all was parsed again
  uint64_t SkippedBodies = 0; ///< of functions
};

struct UnitResult {
  bool IsAnalysed = false;
  /// What is wrong, a line each as the user sees it; empty if nothing is.
  std::vector<std::string> Complaints;
  /// Mistakes in the values of check options, as sentences.
  std::vector<std::string> ConfigMistakes;
  std::vector<RawFinding> Findings;
  LookedUp Files;
  UnitCosts Costs;
};

/// \p Result as bytes. Names and texts may have any bytes in them.
std::string toBytes(const UnitResult &Result);

/// What toBytes() was given; nothing if \p Bytes are not all of such a text, or
/// those of another version of it.
std::optional<UnitResult> fromBytes(llvm::StringRef Bytes);

} // namespace corolint

#endif
