// What a run did and what it cost, for --stats.

#ifndef COROLINT_DRIVER_STATISTICS_H
#define COROLINT_DRIVER_STATISTICS_H

#include "UnitResult.h"
#include "llvm/ADT/StringMap.h"
#include "llvm/Support/raw_ostream.h"
#include <chrono>
#include <map>

namespace corolint {

struct CacheStats;

class Statistics {
public:
  /// Takes note of a unit that ended; \p IsFromCache: in an earlier run.
  void add(const UnitResult &Result, bool IsFromCache);

  /// Takes note of what \p Stats say of the cache.
  void addCache(const CacheStats &Stats);

  /// When the run began.
  void setStart(std::chrono::steady_clock::time_point Then) { Start = Then; }

  /// How many units are analysed at once.
  void setJobs(unsigned HowMany) { Jobs = HowMany; }

  /// A line for each figure, in a form that can be read and grepped.
  void print(llvm::raw_ostream &Out) const;

private:
  unsigned Units = 0, Parsed = 0, FromCache = 0, Dropped = 0, Failed = 0;
  unsigned FellBack = 0, WithSharedHeaders = 0;
  uint64_t SkippedBodies = 0, PrunedInstantiations = 0, PeakBytes = 0;
  std::vector<std::pair<std::string, uint64_t>> OfCache;
  unsigned Jobs = 0;
  std::chrono::steady_clock::time_point Start;
  std::map<std::string, uint64_t> Phases; ///< microseconds of CPU
  std::map<std::string, uint64_t> Checks; ///< the same
};

} // namespace corolint

#endif
