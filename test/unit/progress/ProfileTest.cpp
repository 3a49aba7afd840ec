#include "Profile.h"
#include "gtest/gtest.h"

using namespace llvm;

namespace corolint {
namespace {

using std::chrono::milliseconds;

class Nobody : public EngineListener {
public:
  void started(const Unit &) override {}
  void ended(const Unit &, UnitResult, const UnitRun &) override { ++Heard; }
  int Heard = 0;
};

struct Stretch {
  int64_t Thread, Begin, End;
};

class ProfileTest : public testing::Test {
protected:
  void end(StringRef File, UnitResult Result, UnitRun Run) {
    Unit U;
    U.File = File.str();
    P.ended(U, std::move(Result), Run);
  }

  UnitRun run(unsigned Slot, int From, int To) {
    UnitRun Made;
    Made.Slot = Slot;
    Made.Start = Start + milliseconds(From);
    Made.Stop = Start + milliseconds(To);
    return Made;
  }

  /// The event \p Name of \p Type; a failure if there is not exactly one.
  json::Object find(StringRef Type, StringRef Name) {
    json::Value All = P.document();
    json::Object Found;
    int Count = 0;
    for (const json::Value &Each : *All.getAsObject()->getArray("traceEvents"))
      if (Each.getAsObject()->getString("ph") == Type &&
          Each.getAsObject()->getString("name") == Name) {
        Found = *Each.getAsObject();
        ++Count;
      }
    EXPECT_EQ(Count, 1) << Name.str();
    return Found;
  }

  Stretch stretch(StringRef Name) {
    json::Object Found = find("X", Name);
    int64_t Begin = Found.getInteger("ts").value_or(-1);
    return {Found.getInteger("tid").value_or(-1), Begin,
            Begin + Found.getInteger("dur").value_or(-1)};
  }

  Profile::Time Start = std::chrono::steady_clock::now();
  Nobody Next;
  Profile P{Start, Next};
};

TEST_F(ProfileTest, PhasesAndChecksAreInsideOfTheirUnit) {
  UnitResult Result;
  Result.IsAnalysed = true;
  Result.Costs.Phases = {{"parse", 300}, {"checks", 100}};
  Result.Costs.Checks = {{"coro-a", 30}, {"coro-b", 50}, {"coro-c", 0}};
  end("/x/a.cpp", std::move(Result), run(1, 10, 50));

  Stretch File = stretch("/x/a.cpp"), Parse = stretch("parse"),
          Checks = stretch("checks"), A = stretch("coro-a"),
          B = stretch("coro-b");
  EXPECT_EQ(File.Begin, 10000);
  EXPECT_EQ(File.End, 50000);
  EXPECT_EQ(Parse.Begin, 10000);
  EXPECT_EQ(Parse.End, 40000);
  EXPECT_EQ(Checks.Begin, 40000);
  EXPECT_EQ(Checks.End, 50000);
  EXPECT_EQ(A.Begin, 40000);
  EXPECT_EQ(A.End, 43000);
  EXPECT_EQ(B.Begin, 43000);
  EXPECT_EQ(B.End, 48000);
  for (const Stretch &Each : {File, Parse, Checks, A, B})
    EXPECT_EQ(Each.Thread, 2);
  EXPECT_EQ(
      find("X", "coro-a").getObject("args")->getInteger("CPU microseconds"),
      30);
  EXPECT_EQ(Next.Heard, 1);
}

TEST_F(ProfileTest, ChecksThatMeasuredMoreThanTheirPhaseStayInIt) {
  UnitResult Result;
  Result.Costs.Phases = {{"parse", 1}, {"checks", 2}};
  Result.Costs.Checks = {{"coro-a", 3}, {"coro-b", 4}};
  end("a.cpp", std::move(Result), run(0, 0, 1));
  EXPECT_LE(stretch("coro-b").End, stretch("checks").End);
  EXPECT_LE(stretch("checks").End, stretch("a.cpp").End);
}

TEST_F(ProfileTest, WhatWasNotAnalysedIsAnInstant) {
  UnitResult Result;
  Result.IsAnalysed = true;
  UnitRun Run;
  Run.IsFromCache = true;
  end("a.cpp", Result, Run);
  Result.IsDropped = true;
  end("b.cpp", Result, UnitRun());
  EXPECT_EQ(find("i", "a.cpp").getString("cat"), "from the cache");
  EXPECT_EQ(find("i", "b.cpp").getString("cat"), "nothing to check");
  EXPECT_GE(*find("i", "b.cpp").getInteger("ts"), 0);
}

TEST_F(ProfileTest, CrashedUnitsHaveNoPhases) {
  end("a.cpp", UnitResult(), run(0, 0, 1));
  EXPECT_EQ(stretch("a.cpp").End, 1000);
  EXPECT_EQ(*find("X", "a.cpp").getObject("args")->getBoolean("analysed"),
            false);
}

} // namespace
} // namespace corolint
