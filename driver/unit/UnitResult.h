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

/// A file or folder and the digest of what it held (Contents.h).
struct NamedContent {
  std::string Name;
  std::string Content; ///< empty of a file that was seen but not read

  bool operator<(const NamedContent &Other) const { return Name < Other.Name; }
};

/// What was looked up in the file system. Names are absolute.
struct LookedUp {
  std::vector<NamedContent> Read;   ///< files
  std::vector<NamedContent> Listed; ///< folders whose names were listed
  std::vector<std::string> Missing; ///< names under which nothing was found
  /// Nothing of that changed while it was looked at.
  bool IsSteady = true;
};

/// Where the time went, in microseconds of CPU; what else --stats counts.
struct UnitCosts {
  /// By phase: "parse", "checks".
  std::vector<std::pair<std::string, uint64_t>> Phases;
  std::vector<std::pair<std::string, uint64_t>> Checks; ///< each alone
  uint64_t PeakBytes = 0;                               ///< of memory
  bool FellBack = false; ///< a shortcut failed, all was parsed again
  bool HadSharedHeaders = false;
  uint64_t SkippedBodies = 0;        ///< of functions
  uint64_t PrunedInstantiations = 0; ///< of functions
};

struct UnitResult {
  bool IsAnalysed = false;
  bool IsDropped = false; ///< analysed without a parse: it can have no findings
  /// What is wrong, a line each as the user sees it; empty if nothing is.
  std::vector<std::string> Complaints;
  /// Mistakes in the values of check options, as sentences.
  std::vector<std::string> ConfigMistakes;
  std::vector<RawFinding> Findings;
  LookedUp Files;
  UnitCosts Costs;
};

/// What is compared of units to see which begin alike.
struct UnitHead {
  std::string Flags; ///< equal if the units are compiled alike
  /// The includes of system headers in front of all else, as written.
  std::vector<std::string> Includes;
};

/// What a look at a unit told before it was parsed.
struct UnitSurvey {
  bool MayHaveFindings = true;
  std::string Why; ///< "'co_await' in 'a.cpp'", "older than C++20"
  UnitHead Head;
  LookedUp Files; ///< only of a unit that cannot have findings
};

/// \p Result as bytes. Names and texts may have any bytes in them.
std::string toBytes(const UnitResult &Result);

/// What toBytes() was given; nothing if \p Bytes are not all of such a text, or
/// those of another version of it.
std::optional<UnitResult> fromBytes(llvm::StringRef Bytes);

/// The same for surveys.
std::string toBytes(const std::vector<UnitSurvey> &Surveys);
std::optional<std::vector<UnitSurvey>> surveysFromBytes(llvm::StringRef Bytes);

} // namespace corolint

#endif
