#include "Agreement.h"
#include "Trials.h"
#include "gtest/gtest.h"

using namespace corolint;
using Texts = std::vector<std::string>;

TEST(Agreement, IsThatBothReportTheBadExampleAtTheSameLines) {
  const ExampleTrial Tried[] = {bad({seen("coro-x", 3)}, {seen("coro-x", 3)}),
                                good({}, {})};
  EXPECT_EQ(disagreements("coro-x", Tried), Texts());
  EXPECT_EQ(reportedLines(Tried), "line 3 of the bad example");
}

TEST(Agreement, DoesNotCountHowOftenALineIsReported) {
  const ExampleTrial Tried[] = {
      bad({seen("coro-x", 3), seen("coro-x", 3)}, {seen("coro-x", 3)})};
  EXPECT_EQ(disagreements("coro-x", Tried), Texts());
}

TEST(Agreement, IsNotThatOnlyOneSideReportsALine) {
  EXPECT_EQ(
      disagreements("coro-x", bad({seen("coro-x", 3)}, {seen("coro-x", 4)})),
      (Texts{
          "'coro-x' is reported at line 3 of the bad example by the check only",
          "'coro-x' is reported at line 4 of the bad example by the run "
          "only"}));
  EXPECT_EQ(disagreements("coro-x", good({}, {seen("coro-x", 1, "good.cpp")})),
            Texts{"'coro-x' is reported at line 1 of the good example by the "
                  "run only"});
}

TEST(Agreement, IsNotThatNothingIsReportedInTheBadExample) {
  EXPECT_EQ(disagreements("coro-x", bad({}, {})),
            Texts{"nothing is reported in the bad example"});
}

TEST(Agreement, IsNotThatBothReportTheGoodExample) {
  EXPECT_EQ(disagreements("coro-x", good({seen("coro-x", 1, "good.cpp")},
                                         {seen("coro-x", 1, "good.cpp")})),
            Texts{"'coro-x' is reported at line 1 of the good example"});
}

TEST(Agreement, IsNotThatBothReportSomethingElse) {
  EXPECT_EQ(
      disagreements("coro-x", bad({seen("coro-y", 3)}, {seen("coro-y", 3)})),
      Texts{"'coro-y' is reported at line 3 of the bad example"});
  EXPECT_EQ(disagreements("coro-x", bad({seen("coro-x", 3, "a.hpp")}, {})),
            Texts{"'coro-x' is reported at line 3 of 'a.hpp' by the check "
                  "only"});
}
