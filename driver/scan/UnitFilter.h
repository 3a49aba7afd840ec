// Leaves out the units that are not worth to be parsed.

#ifndef COROLINT_DRIVER_SCAN_UNITFILTER_H
#define COROLINT_DRIVER_SCAN_UNITFILTER_H

#include "Engine.h"
#include "Prefilter.h"

namespace corolint {

/// For all units of a run.
class UnitFilter {
public:
  Verdict judge(const Unit &U, TidyConfig &Config);

private:
  struct WithBase {
    std::shared_ptr<const KnowledgeBase> Base;
    std::unique_ptr<Prefilter> Filter;
  };

  Prefilter &filterFor(const Unit &U, TidyConfig &Config);

  SourceCache Sources;
  std::vector<WithBase> Filters;
};

/// Those of \p Units that may have findings, in their order. The others end at
/// once, analysed and with nothing found.
std::vector<const Unit *> worthParsing(llvm::ArrayRef<const Unit *> Units,
                                       TidyConfig &Config,
                                       EngineListener &Listener);

} // namespace corolint

#endif
