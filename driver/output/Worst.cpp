#include "Worst.h"
#include "llvm/ADT/DenseSet.h"
#include "llvm/ADT/STLExtras.h"
#include <tuple>

using namespace llvm;

namespace corolint::output {

/// The worse, the smaller.
static auto rank(const Result &R) {
  return std::make_tuple(!R.Suppressions.empty(),
                         R.Since == Baseline::Unchanged, !R.IsError);
}

std::vector<const Result *> worst(std::vector<const Result *> All,
                                  size_t Limit) {
  if (All.size() <= Limit)
    return All;
  std::vector<const Result *> Ranked = All;
  llvm::stable_sort(Ranked, [](const Result *Left, const Result *Right) {
    return rank(*Left) < rank(*Right);
  });
  Ranked.resize(Limit);
  DenseSet<const Result *> Kept(Ranked.begin(), Ranked.end());
  llvm::erase_if(All, [&](const Result *Each) { return !Kept.count(Each); });
  return All;
}

} // namespace corolint::output
