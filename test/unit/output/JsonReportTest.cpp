#include "Samples.h"
#include "gtest/gtest.h"

using namespace corolint::output;
using namespace llvm;

TEST(JsonReport, HasSuppressedFindingsBesideTheOthers) {
  Report R;
  R.Results = {found(5)};
  R.Suppressed = {accepted(9)};
  json::Object Whole = document(writeJson, R);
  ASSERT_EQ(Whole.getArray("findings")->size(), 1u);
  ASSERT_EQ(Whole.getArray("suppressed")->size(), 1u);
  const json::Object &Known = *(*Whole.getArray("suppressed"))[0].getAsObject();
  EXPECT_EQ(Known.getString("baseline"), StringRef("unchanged"));
  const json::Object &By = *(*Known.getArray("suppressions"))[0].getAsObject();
  EXPECT_EQ(By.getString("kind"), StringRef("external"));
  EXPECT_EQ(By.getString("justification"), StringRef(""));
  EXPECT_EQ(By.getObject("location")->getString("file"),
            StringRef("known.json"));
}

TEST(JsonReport, SaysNothingOfABaselineWithoutOne) {
  Report R;
  R.Results = {found(5)};
  json::Object Whole = document(writeJson, R);
  const json::Object &Only = *(*Whole.getArray("findings"))[0].getAsObject();
  EXPECT_EQ(Only.get("baseline"), nullptr);
  EXPECT_EQ(Only.get("suppressions"), nullptr);
}

TEST(OtherFormats, KnowNothingOfSuppressedFindings) {
  Report R, Empty;
  R.Suppressed = {quietened(9), accepted(12)};
  for (auto Write : {writeText, writeGitHub, writeGitLab, writeJUnit,
                     writeRdjsonl, writeSarif})
    EXPECT_EQ(written(Write, R), written(Write, Empty));
}
