#include "Pace.h"
#include "gtest/gtest.h"

namespace corolint {
namespace {

Pace::Time at(double Seconds) {
  using namespace std::chrono;
  return Pace::Time() +
         duration_cast<Pace::Time::duration>(duration<double>(1000 + Seconds));
}

/// \p Count files, one each \p Step seconds from \p From on.
void finish(Pace &P, int Count, double Step, double From = 0) {
  for (int I = 1; I <= Count; ++I)
    P.finished(at(From + I * Step));
}

TEST(Pace, SaysNothingOfFewFiles) {
  Pace P;
  P.started(at(0));
  finish(P, 4, 2);
  EXPECT_FALSE(P.rate(at(8)));
  EXPECT_FALSE(P.secondsFor(10, at(8)));
}

TEST(Pace, ForecastsLaterThanItKnowsTheRate) {
  Pace P;
  P.started(at(0));
  finish(P, 8, 0.25);
  ASSERT_TRUE(P.rate(at(2)));
  EXPECT_DOUBLE_EQ(*P.rate(at(2)), 4);
  EXPECT_FALSE(P.secondsFor(10, at(2)));
  finish(P, 12, 0.25, 2);
  ASSERT_TRUE(P.secondsFor(10, at(5)));
  EXPECT_DOUBLE_EQ(*P.secondsFor(10, at(5)), 2.5);
}

TEST(Pace, ForgetsWhatWasSlowLongAgo) {
  Pace P;
  P.started(at(0));
  finish(P, 10, 60);
  finish(P, 100, 0.5, 600);
  EXPECT_NEAR(*P.rate(at(650)), 2, 0.1);
}

TEST(Pace, OfSlowFilesTheWindowIsLonger) {
  Pace P;
  P.started(at(0));
  finish(P, 40, 10);
  EXPECT_NEAR(*P.rate(at(400)), 0.1, 0.001);
}

TEST(Pace, SlowsDownWhileNothingEnds) {
  Pace P;
  P.started(at(0));
  finish(P, 10, 1);
  EXPECT_DOUBLE_EQ(*P.rate(at(10)), 1);
  EXPECT_DOUBLE_EQ(*P.rate(at(20)), 0.5);
}

TEST(Pace, ForecastsAreRough) {
  EXPECT_EQ(roughly(0.1), "5 s");
  EXPECT_EQ(roughly(52), "50 s");
  EXPECT_EQ(roughly(58), "1 min");
  EXPECT_EQ(roughly(98), "1 min 40 s");
  EXPECT_EQ(roughly(599), "10 min");
  EXPECT_EQ(roughly(725), "12 min");
  EXPECT_EQ(roughly(3590), "1 h");
  EXPECT_EQ(roughly(7810), "2 h 10 min");
}

} // namespace
} // namespace corolint
