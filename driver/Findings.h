// What the checks found in all units, each finding once.

#ifndef COROLINT_DRIVER_FINDINGS_H
#define COROLINT_DRIVER_FINDINGS_H

#include "UnitResult.h"
#include "llvm/ADT/StringMap.h"
#include <map>
#include <tuple>
#include <vector>

namespace corolint {

/// The NOLINT that suppresses a finding.
struct SuppressingComment {
  RawSpot At;
  uint64_t Length = 0;
  std::string Why; ///< as its author put it; may be empty
};

/// A finding with the names of files as they are shown, and what became of it.
struct JudgedFinding {
  RawFinding Raw;
  bool IsPromoted = false; ///< an error only by WarningsAsErrors
  std::optional<SuppressingComment> SuppressedBy;
};

class Findings {
public:
  /// The same place in a header may come again from another unit, under another
  /// name.
  void add(JudgedFinding New);

  /// By file and line.
  std::vector<JudgedFinding> ordered() const;

  /// The name under which all show the file \p Name.
  const std::string &shownName(llvm::StringRef Name);

private:
  void unifyNames(JudgedFinding &Judged);

  /// File, offset, check, text: what makes two findings the same, and orders.
  using Place = std::tuple<std::string, uint64_t, std::string, std::string>;

  std::map<Place, JudgedFinding> All;
  llvm::StringMap<std::string> NameOf; ///< shown, by the file itself
  llvm::StringMap<std::string> Known;  ///< the file itself, by name
};

} // namespace corolint

#endif
