#include "Worst.h"
#include "Samples.h"
#include "gtest/gtest.h"

using namespace corolint::output;

namespace {

std::vector<unsigned> kept(const std::vector<Result> &All, size_t Limit) {
  std::vector<const Result *> Each;
  for (const Result &R : All)
    Each.push_back(&R);
  std::vector<unsigned> Lines;
  for (const Result *R : worst(std::move(Each), Limit))
    Lines.push_back(R->Where.Start.Line);
  return Lines;
}

Result asError(Result R) {
  R.IsError = true;
  return R;
}

Result asUnchanged(Result R) {
  R.Since = Baseline::Unchanged;
  return R;
}

} // namespace

TEST(Worst, AreAllOfThemWhereThereIsRoom) {
  EXPECT_EQ(kept({found(1), asError(found(2))}, 2),
            (std::vector<unsigned>{1, 2}));
}

TEST(Worst, StayInTheirOrder) {
  EXPECT_EQ(kept({found(1), asError(found(2)), found(3), asError(found(4))}, 3),
            (std::vector<unsigned>{1, 2, 4}));
}

TEST(Worst, AreNewOnesRatherThanOldErrors) {
  EXPECT_EQ(kept({asUnchanged(asError(found(1))), found(2)}, 1),
            (std::vector<unsigned>{2}));
}

TEST(Worst, AreSuppressedOnesLast) {
  EXPECT_EQ(kept({asError(quietened(2)), asUnchanged(found(3))}, 1),
            (std::vector<unsigned>{3}));
}
