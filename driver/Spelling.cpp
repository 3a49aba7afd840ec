#include "Spelling.h"
#include "llvm/ADT/Twine.h"

using namespace llvm;

namespace corolint {

std::string didYouMean(StringRef Wrong, ArrayRef<StringRef> Known) {
  StringRef Nearest;
  unsigned Least = Wrong.size() / 3 + 2;
  for (StringRef Candidate : Known) {
    // A check without its prefix is near, however long the prefix is.
    bool IsTail = !Wrong.empty() && Candidate.ends_with(("-" + Wrong).str());
    unsigned Distance = IsTail ? 0 : Candidate.edit_distance(Wrong);
    if (Distance < Least) {
      Least = Distance;
      Nearest = Candidate;
    }
  }
  if (Nearest.empty())
    return "";
  return ("; did you mean '" + Nearest + "'?").str();
}

} // namespace corolint
