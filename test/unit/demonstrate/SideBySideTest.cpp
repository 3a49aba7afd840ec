#include "SideBySide.h"
#include "Trials.h"
#include "gtest/gtest.h"

using namespace corolint;

static std::string shown(const ExampleTrial &Tried) {
  std::string Text;
  llvm::raw_string_ostream Out(Text);
  showSideBySide(Tried, Out);
  return Out.str();
}

TEST(SideBySide, PutsUnderALineWhatBothSidesSayOfIt) {
  ExampleTrial Tried = bad({seen("coro-x", 1)}, {seen("coro-x", 1)});
  Tried.ByCheck[0].Notes = {{"not so", "bad.cpp", 3}, {"at all", "", 0}};
  Tried.ByRun[0].Notes = {{"called here", "task.hpp", 9}};
  EXPECT_EQ(shown(Tried), "   1 | a;\n"
                          "     | check:  something [coro-x]\n"
                          "     |           line 3: not so\n"
                          "     |           at all\n"
                          "     | run:    something [coro-x]\n"
                          "     |           task.hpp:9: called here\n"
                          "   2 |\n"
                          "   3 | b;\n");
}

TEST(SideBySide, SaysWhichSideReportsNothing) {
  EXPECT_EQ(shown(good({}, {})), "   1 | c;\n"
                                 "     | check:  nothing\n"
                                 "     | run:    nothing\n");
}

TEST(SideBySide, LosesNothingThatIsReportedElsewhere) {
  EXPECT_EQ(
      shown(good({}, {seen("coro-x", 7, "task.hpp"), seen("coro-y", 0, ""),
                      seen("coro-z", 2, "good.cpp")})),
      "   1 | c;\n"
      "     | check:  nothing\n"
      "     | run:    task.hpp:7: something [coro-x]\n"
      "     | run:    something [coro-y]\n"
      "     | run:    line 2: something [coro-z]\n");
}
