#include "Statistics.h"
#include "ResultCache.h"
#include "llvm/Support/Format.h"
#include <algorithm>
#include <sys/resource.h>

using namespace llvm;

namespace corolint {

void Statistics::add(const UnitResult &Result, bool IsFromCache) {
  ++Units;
  Failed += !Result.IsAnalysed;
  Dropped += Result.IsDropped;
  FromCache += IsFromCache;
  if (IsFromCache || Result.IsDropped)
    return;
  ++Parsed;
  const UnitCosts &Costs = Result.Costs;
  FellBack += Costs.FellBack;
  WithSharedHeaders += Costs.HadSharedHeaders;
  SkippedBodies += Costs.SkippedBodies;
  PrunedInstantiations += Costs.PrunedInstantiations;
  PeakBytes = std::max(PeakBytes, Costs.PeakBytes);
  for (const auto &[Phase, Time] : Costs.Phases)
    Phases[Phase] += Time;
  for (const auto &[Check, Time] : Costs.Checks)
    Checks[Check] += Time;
}

void Statistics::addCache(const CacheStats &Stats) {
  OfCache = {{"found", Stats.Found},
             {"found remotely", Stats.FoundRemotely},
             {"not found", Stats.NotFound},
             {"stored", Stats.Stored},
             {"not stored, changed meanwhile", Stats.Unsteady},
             {"corrupt", Stats.Corrupt}};
}

/// Of this process and of all that it has waited for.
static uint64_t cpuMicroseconds() {
  uint64_t Sum = 0;
  for (auto Who : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
    rusage Used = {};
    getrusage(Who, &Used);
    for (const timeval &Each : {Used.ru_utime, Used.ru_stime})
      Sum += uint64_t(Each.tv_sec) * 1000000 + Each.tv_usec;
  }
  return Sum;
}

void Statistics::print(raw_ostream &Out) const {
  auto Count = [&](StringRef What, uint64_t Number) {
    Out << "stats: " << What << ": " << Number << '\n';
  };
  Count("units", Units);
  Count("units from the cache", FromCache);
  Count("units without anything to check", Dropped);
  Count("units parsed", Parsed);
  Count("units parsed behind shared headers", WithSharedHeaders);
  Count("units parsed again without shortcuts", FellBack);
  Count("units not analysed", Failed);
  Count("function bodies skipped", SkippedBodies);
  Count("instantiations skipped", PrunedInstantiations);
  Count("peak memory of a unit, MB", PeakBytes >> 20);
  for (const auto &[What, Number] : OfCache)
    Count("cache, " + What, Number);
  Count("jobs", Jobs);
  std::chrono::duration<double> Wall = std::chrono::steady_clock::now() - Start;
  Out << "stats: wall seconds: " << format("%.2f", Wall.count()) << '\n';
  auto Time = [&](StringRef What, uint64_t Microseconds) {
    Out << "stats: CPU seconds, " << What << ": "
        << format("%.2f", Microseconds / 1e6) << '\n';
  };
  Time("whole run", cpuMicroseconds());
  for (const auto &[Phase, Spent] : Phases)
    Time(Phase, Spent);
  for (const auto &[Check, Spent] : Checks)
    Time(Check, Spent);
}

} // namespace corolint
