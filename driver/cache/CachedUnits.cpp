#include "CachedUnits.h"

using namespace llvm;

namespace corolint {

std::vector<const Unit *> CachedUnits::answer(ArrayRef<const Unit *> Units,
                                              bool AlsoDropped) {
  if (!Cache)
    return Units.vec();
  UnitKeys Keys(Config, Cache->files(), Cache->names());
  std::vector<std::string> All;
  for (const Unit *U : Units)
    All.push_back(Keys.keyOf(*U));
  auto Found = Cache->find(All);
  std::vector<const Unit *> Left;
  for (size_t I = 0; I < Units.size(); ++I) {
    if (!Found[I] || (Found[I]->IsDropped && !AlsoDropped)) {
      KeyOf[Units[I]] = std::move(All[I]);
      Left.push_back(Units[I]);
      continue;
    }
    UnitRun Run;
    Run.IsFromCache = true;
    Next.ended(*Units[I], std::move(*Found[I]), Run);
  }
  return Left;
}

void CachedUnits::ended(const Unit &U, UnitResult Result, const UnitRun &Run) {
  if (Cache)
    Cache->store(KeyOf[&U], Result);
  Next.ended(U, std::move(Result), Run);
}

} // namespace corolint
