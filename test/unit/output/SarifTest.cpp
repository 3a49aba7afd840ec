#include "Samples.h"
#include "gtest/gtest.h"

using namespace corolint::output;
using namespace llvm;

namespace {

json::Array results(void (*Write)(const Report &, raw_ostream &),
                    const Report &R) {
  json::Object Whole = document(Write, R);
  json::Array *Runs = Whole.getArray("runs");
  if (!Runs)
    return {};
  return std::move(*(*Runs)[0].getAsObject()->getArray("results"));
}

const json::Object &at(const json::Array &All, size_t Index) {
  return *All[Index].getAsObject();
}

} // namespace

TEST(Sarif, LeavesOutWhatIsSuppressedSinceGitHubWouldShowIt) {
  Report R;
  R.Results = {found(5)};
  R.Suppressed = {quietened(9)};
  json::Array Written = results(writeSarif, R);
  ASSERT_EQ(Written.size(), 1u);
  EXPECT_EQ(at(Written, 0).get("suppressions"), nullptr);
}

TEST(Sarif, OfAllTellsWhoSuppressedAResultAndWhy) {
  Report R;
  R.Suppressed = {quietened(9), accepted(12)};
  json::Array Written = results(writeSarifAll, R);
  ASSERT_EQ(Written.size(), 2u);
  const json::Array *Comment = at(Written, 0).getArray("suppressions");
  ASSERT_TRUE(Comment && Comment->size() == 1);
  EXPECT_EQ(at(*Comment, 0).getString("kind"), StringRef("inSource"));
  EXPECT_EQ(at(*Comment, 0).getString("status"), StringRef("accepted"));
  EXPECT_EQ(at(*Comment, 0).getString("justification"),
            StringRef("runs elsewhere"));
  const json::Object *Region = at(*Comment, 0)
                                   .getObject("location")
                                   ->getObject("physicalLocation")
                                   ->getObject("region");
  EXPECT_EQ(Region->getInteger("startLine"), 8);

  const json::Array *Known = at(Written, 1).getArray("suppressions");
  ASSERT_TRUE(Known && Known->size() == 1);
  EXPECT_EQ(at(*Known, 0).getString("kind"), StringRef("external"));
  EXPECT_EQ(at(*Known, 0).get("justification"), nullptr);
  EXPECT_EQ(at(Written, 1).getString("baselineState"), StringRef("unchanged"));
}

TEST(Sarif, OfAllSaysOfEveryResultWhetherItIsSuppressed) {
  Report R;
  R.Results = {found(5)};
  R.Suppressed = {quietened(9)};
  json::Array Written = results(writeSarifAll, R);
  ASSERT_EQ(Written.size(), 2u);
  const json::Array *None = at(Written, 0).getArray("suppressions");
  ASSERT_NE(None, nullptr);
  EXPECT_TRUE(None->empty());
}

TEST(Sarif, TellsNewResultsFromUnchangedOnes) {
  Report R;
  R.Results = {found(5), found(6), found(7)};
  R.Results[0].Since = Baseline::New;
  R.Results[1].Since = Baseline::Unchanged;
  json::Array Written = results(writeSarif, R);
  ASSERT_EQ(Written.size(), 3u);
  EXPECT_EQ(at(Written, 0).getString("baselineState"), StringRef("new"));
  EXPECT_EQ(at(Written, 1).getString("baselineState"), StringRef("unchanged"));
  EXPECT_EQ(at(Written, 2).get("baselineState"), nullptr);
}

TEST(Sarif, HasNoMoreResultsThanGitHubTakesAndSaysSo) {
  Report R;
  for (unsigned Line = 1; Line <= 25002; ++Line)
    R.Results.push_back(found(Line));
  R.Results.back().IsError = true;
  testing::internal::CaptureStderr();
  json::Array Written = results(writeSarif, R);
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "corolint: warning: the SARIF report has 25000 of 25002 findings, "
            "the worst; GitHub takes no more\n");
  ASSERT_EQ(Written.size(), 25000u);
  EXPECT_EQ(at(Written, 24999).getString("level"), StringRef("error"));
}
