#include "report/Finding.h"
#include "gtest/gtest.h"

using namespace clang;
using namespace corolint;

namespace {

SourceLocation place(unsigned Number) {
  return SourceLocation::getFromRawEncoding(Number);
}

/// \p Count different places, counted from 1.
std::vector<SourceLocation> places(unsigned Count) {
  std::vector<SourceLocation> All;
  for (unsigned I = 1; I <= Count; ++I)
    All.push_back(place(I));
  return All;
}

Finding noted(unsigned Count) {
  Finding F;
  F.notes(places(Count), "suspends here", "suspensions");
  return F;
}

} // namespace

TEST(Finding, KeepsNotesInTheOrderInWhichTheyWereMade) {
  Finding F;
  F.note(place(7), "first " + llvm::Twine(1));
  F.note(place(3), "second");
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[0].Text, "first 1");
  EXPECT_EQ(F.Notes[0].Where, place(7));
  EXPECT_EQ(F.Notes[1].Text, "second");
}

TEST(Finding, HasNoNotesForNoPlaces) { EXPECT_TRUE(noted(0).Notes.empty()); }

TEST(Finding, NotesEachOfThreePlaces) {
  Finding F = noted(3);
  ASSERT_EQ(F.Notes.size(), 3u);
  for (unsigned I = 0; I != 3; ++I) {
    EXPECT_EQ(F.Notes[I].Text, "suspends here");
    EXPECT_EQ(F.Notes[I].Where, place(I + 1));
  }
}

TEST(Finding, CountsThePlacesBeyondTheThird) {
  Finding F = noted(6);
  ASSERT_EQ(F.Notes.size(), 4u);
  EXPECT_EQ(F.Notes[2].Text, "suspends here");
  EXPECT_EQ(F.Notes[3].Text, "and 3 more suspensions");
  EXPECT_EQ(F.Notes[3].Where, place(4));
}

TEST(Finding, AddsNotesToThoseThatAreThere) {
  Finding F;
  F.note(place(9), "before");
  F.notes(places(1), "suspends here", "suspensions");
  ASSERT_EQ(F.Notes.size(), 2u);
  EXPECT_EQ(F.Notes[0].Text, "before");
}

TEST(Finding, QuotesNames) {
  EXPECT_EQ(quoted("lock"), "'lock'");
  EXPECT_EQ(quoted(""), "''");
}
