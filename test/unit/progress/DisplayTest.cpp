#include "ProgressDisplay.h"
#include "gtest/gtest.h"

namespace corolint {
namespace {

ProgressDisplay::Time at(double Seconds) {
  using namespace std::chrono;
  return ProgressDisplay::Time() +
         duration_cast<ProgressDisplay::Time::duration>(
             duration<double>(1000 + Seconds));
}

FinishedUnit done(std::string File) {
  FinishedUnit Made;
  Made.File = std::move(File);
  Made.Seconds = 1.25;
  Made.IsAnalysed = true;
  return Made;
}

class Display : public testing::Test {
protected:
  /// What was written since the last call.
  std::string written() { return std::move(Stream.str()); }

  std::unique_ptr<ProgressDisplay> onTerminal(size_t Columns) {
    return progressOnTerminal(Stream, [=] { return Columns; });
  }

  /// The one line that \p Display shows of \p File at the start.
  std::string firstLine(size_t Columns, const std::string &File) {
    auto Shown = onTerminal(Columns);
    Shown->runStarted(7, at(0));
    Shown->unitStarted(File, at(0));
    std::string Line = written();
    EXPECT_EQ(Line.substr(0, 1), "\r");
    EXPECT_EQ(Line.substr(Line.size() - 3), "\x1b[K");
    return Line.substr(1, Line.size() - 4);
  }

  std::string Text;
  llvm::raw_string_ostream Stream{Text};
};

TEST_F(Display, LineIsErasedBeforeOthersAndAtTheEnd) {
  auto Shown = onTerminal(80);
  Shown->runStarted(2, at(0));
  Shown->makeRoom();
  EXPECT_EQ(written(), "");
  Shown->unitStarted("a.cpp", at(0));
  EXPECT_EQ(written(), "\r[0/2] a.cpp\x1b[K");
  Shown->makeRoom();
  EXPECT_EQ(written(), "\r\x1b[K");
  Shown->makeRoom();
  EXPECT_EQ(written(), "");
  Shown->unitFinished(done("a.cpp"), at(1));
  EXPECT_EQ(written(), "\r[1/2] a.cpp\x1b[K");
  Shown->runFinished(false, at(2));
  EXPECT_EQ(written(), "\r\x1b[K");
}

TEST_F(Display, LineIsDrawnTenTimesASecondAtMost) {
  auto Shown = onTerminal(80);
  Shown->runStarted(1000, at(0));
  for (int I = 0; I < 1000; ++I) {
    Shown->unitStarted("a.cpp", at(I / 1000.0));
    Shown->unitFinished(done("a.cpp"), at(I / 1000.0));
  }
  std::string All = written();
  auto Draws = std::count(All.begin(), All.end(), '\r');
  EXPECT_LE(Draws, 10);
  EXPECT_GE(Draws, 9);
}

TEST_F(Display, LineTellsRateAndTimeLeft) {
  auto Shown = onTerminal(80);
  Shown->runStarted(340, at(0));
  Shown->unitStarted("src/a.cpp", at(0));
  for (int I = 1; I <= 31; ++I)
    Shown->unitFinished(done("src/a.cpp"), at(I / 3.1));
  std::string All = written();
  EXPECT_EQ(All.substr(All.rfind('\r')),
            "\r[31/340] src/a.cpp  3.1 files/s, about 1 min 40 s left\x1b[K");
}

TEST_F(Display, WhatComesFromTheCacheIsNotInTheRate) {
  auto Shown = onTerminal(80);
  Shown->runStarted(340, at(0));
  FinishedUnit Cached = done("c.cpp");
  Cached.IsFromCache = true;
  for (int I = 1; I <= 100; ++I)
    Shown->unitFinished(Cached, at(I));
  EXPECT_EQ(written().find("files/s"), std::string::npos);
}

TEST_F(Display, LineFitsTheTerminal) {
  EXPECT_EQ(firstLine(80, "src/a.cpp"), "[0/7] src/a.cpp");
  EXPECT_EQ(firstLine(16, "src/a.cpp"), "[0/7] src/a.cpp");
  EXPECT_EQ(firstLine(15, "src/a.cpp"), "[0/7] ...a.cpp");
  EXPECT_EQ(firstLine(8, "src/a.cpp"), "[0/7] .");
  EXPECT_EQ(firstLine(4, "src/a.cpp"), "[0/");
  EXPECT_EQ(firstLine(0, "src/a.cpp"), "[");
}

TEST_F(Display, WideCharactersTakeTwoColumns) {
  // Six columns, nine bytes.
  EXPECT_EQ(firstLine(6 + 6 + 1, "\u6f22\u5b57\u6f22"),
            "[0/7] \u6f22\u5b57\u6f22");
  EXPECT_EQ(firstLine(6 + 5 + 1, "\u6f22\u5b57\u6f22"), "[0/7] ...\u6f22");
}

TEST_F(Display, RateGoesBeforeTheNameDoes) {
  auto Shown = onTerminal(36);
  Shown->runStarted(340, at(0));
  std::string Name = "a/quite/long/name.cpp";
  Shown->unitStarted(Name, at(0));
  for (int I = 1; I <= 31; ++I)
    Shown->unitFinished(done(Name), at(I));
  std::string All = written();
  EXPECT_EQ(All.substr(All.rfind('\r')), "\r[31/340] " + Name + "\x1b[K");
}

TEST_F(Display, NamesCannotCommandTheTerminal) {
  EXPECT_EQ(printableName("a\x1b[2Jb\n\xff\xc3.cpp"), "a?[2Jb???.cpp");
  EXPECT_EQ(printableName("gr\u00fcn.cpp"), "gr\u00fcn.cpp");
}

TEST_F(Display, ShortRunsSayNothingWithoutATerminal) {
  auto Shown = progressNowAndThen(Stream);
  Shown->runStarted(2, at(0));
  Shown->unitStarted("a.cpp", at(0));
  Shown->unitFinished(done("a.cpp"), at(20));
  Shown->waiting(at(29));
  Shown->unitFinished(done("b.cpp"), at(31));
  Shown->runFinished(false, at(31));
  EXPECT_EQ(written(), "");
}

TEST_F(Display, LongRunsSaySomethingNowAndThen) {
  auto Shown = progressNowAndThen(Stream);
  Shown->runStarted(340, at(0));
  Shown->unitStarted("a.cpp", at(0));
  Shown->waiting(at(30));
  EXPECT_EQ(written(), "corolint: 0 of 340 files\n");
  for (int I = 1; I <= 29; ++I)
    Shown->unitFinished(done("a.cpp"), at(30 + I));
  EXPECT_EQ(written(), "");
  Shown->unitFinished(done("a.cpp"), at(60));
  EXPECT_EQ(written().substr(0, 36), "corolint: 30 of 340 files, about 5 m");
}

TEST_F(Display, EachFileHasALineIfAskedFor) {
  auto Shown = progressByLine(Stream);
  Shown->runStarted(4, at(0));
  Shown->unitStarted("a.cpp", at(0));
  Shown->unitFinished(done("a.cpp"), at(1));
  FinishedUnit Unit = done("b.cpp");
  Unit.IsFromCache = true;
  Shown->unitFinished(Unit, at(1));
  Unit = done("c.cpp");
  Unit.IsDropped = true;
  Shown->unitFinished(Unit, at(1));
  Unit = done("d\n.cpp");
  Unit.IsAnalysed = false;
  Shown->unitFinished(Unit, at(1));
  EXPECT_EQ(written(), "[1/4] a.cpp, 1.2 s\n"
                       "[2/4] b.cpp, from the cache\n"
                       "[3/4] c.cpp, nothing to check\n"
                       "[4/4] d?.cpp, 1.2 s, could not be analysed\n");
}

} // namespace
} // namespace corolint
