// What a run did and what it cost, for --stats.

#ifndef COROLINT_DRIVER_STATISTICS_H
#define COROLINT_DRIVER_STATISTICS_H

#include "UnitResult.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <map>

namespace corolint {

class Statistics {
public:
  /// Takes note of a unit that ended; \p IsFromCache: in an earlier run.
  void add(const UnitResult &Result, bool IsFromCache);

  /// A line for each figure, in a form that can be read and grepped.
  void print(llvm::raw_ostream &Out) const;

private:
  unsigned Units = 0, Parsed = 0, FromCache = 0, Dropped = 0, Failed = 0;
  unsigned FellBack = 0, WithSharedHeaders = 0;
  uint64_t SkippedBodies = 0, PeakBytes = 0;
  std::map<std::string, uint64_t> Phases; ///< microseconds of CPU
  std::map<std::string, uint64_t> Checks; ///< the same
};

} // namespace corolint

#endif
