#include "SharedPrefixes.h"
#include <map>

using namespace llvm;

namespace corolint {

namespace {

class Splitter {
public:
  explicit Splitter(ArrayRef<UnitHead> Heads) : Heads(Heads) {}

  /// All \p Units are equal in flags and in their first \p Length includes.
  void split(ArrayRef<size_t> Units, size_t Length) {
    std::map<StringRef, std::vector<size_t>> ByNext;
    std::vector<size_t> Here;
    for (size_t I : Units) {
      if (Heads[I].Includes.size() > Length)
        ByNext[Heads[I].Includes[Length]].push_back(I);
      else
        Here.push_back(I);
    }
    for (const auto &[Next, Longer] : ByNext) {
      if (Longer.size() >= EnoughUnits)
        split(Longer, Length + 1);
      else
        Here.insert(Here.end(), Longer.begin(), Longer.end());
    }
    if (Length == 0 || Here.size() < EnoughUnits)
      return;
    const std::vector<std::string> &All = Heads[Here.front()].Includes;
    Found.push_back({{All.begin(), All.begin() + Length}, std::move(Here)});
  }

  std::vector<SharedPrefix> Found;

private:
  ArrayRef<UnitHead> Heads;
};

} // namespace

std::vector<SharedPrefix> sharedPrefixes(ArrayRef<UnitHead> Heads) {
  std::map<StringRef, std::vector<size_t>> ByFlags;
  for (size_t I = 0; I < Heads.size(); ++I)
    ByFlags[Heads[I].Flags].push_back(I);
  Splitter Splitting(Heads);
  for (const auto &[Flags, Units] : ByFlags)
    Splitting.split(Units, 0);
  return std::move(Splitting.Found);
}

} // namespace corolint
