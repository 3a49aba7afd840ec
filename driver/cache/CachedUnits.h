// Stands between the cache and the engine: what is in the cache is answered at
// once, what the engine gives is kept as it comes.

#ifndef COROLINT_DRIVER_CACHE_CACHEDUNITS_H
#define COROLINT_DRIVER_CACHE_CACHEDUNITS_H

#include "Engine.h"
#include "ResultCache.h"
#include "UnitKeys.h"
#include <map>

namespace corolint {

class CachedUnits : public EngineListener {
public:
  /// Tells \p Next of each unit. \p Cache may be null.
  CachedUnits(ResultCache *Cache, TidyConfig &Config, EngineListener &Next)
      : Cache(Cache), Config(Config), Next(Next) {}

  /// Those of \p Units that are not in the cache; the others are told of.
  /// \p AlsoDropped: a unit that was never parsed counts as well.
  std::vector<const Unit *> answer(llvm::ArrayRef<const Unit *> Units,
                                   bool AlsoDropped);

  void started(const Unit &U) override { Next.started(U); }
  void waiting() override { Next.waiting(); }
  void ended(const Unit &U, UnitResult Result, const UnitRun &Run) override;

private:
  ResultCache *Cache;
  TidyConfig &Config;
  EngineListener &Next;
  std::map<const Unit *, std::string> KeyOf;
};

} // namespace corolint

#endif
