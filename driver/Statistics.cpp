#include "Statistics.h"
#include "llvm/Support/Format.h"
#include <algorithm>

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
  PeakBytes = std::max(PeakBytes, Costs.PeakBytes);
  for (const auto &[Phase, Time] : Costs.Phases)
    Phases[Phase] += Time;
  for (const auto &[Check, Time] : Costs.Checks)
    Checks[Check] += Time;
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
  Count("peak memory of a unit, MB", PeakBytes >> 20);
  auto Time = [&](StringRef What, uint64_t Microseconds) {
    Out << "stats: CPU seconds, " << What << ": "
        << format("%.2f", Microseconds / 1e6) << '\n';
  };
  for (const auto &[Phase, Spent] : Phases)
    Time(Phase, Spent);
  for (const auto &[Check, Spent] : Checks)
    Time(Check, Spent);
}

} // namespace corolint
