#include "Sightings.h"
#include "gtest/gtest.h"

using namespace corolint;

TEST(Sightings, AreReadFromAReport) {
  auto Read = sightingsOf(R"({"findings": [
    {"check": "coro-x", "message": "what",
     "location": {"file": "/tmp/a/bad.cpp", "line": 7},
     "notes": [{"message": "from here", "location": {"file": "b.h", "line": 2}},
               {"message": "do better", "location": null}]}]})");
  ASSERT_TRUE(Read);
  ASSERT_EQ(Read->size(), 1u);
  const Sighting &Only = Read->front();
  EXPECT_EQ(Only.Check, "coro-x");
  EXPECT_EQ(Only.What.Text, "what");
  EXPECT_EQ(Only.What.File, "bad.cpp");
  EXPECT_EQ(Only.What.Line, 7u);
  ASSERT_EQ(Only.Notes.size(), 2u);
  EXPECT_EQ(Only.Notes[0].File, "b.h");
  EXPECT_EQ(Only.Notes[1].Text, "do better");
  EXPECT_EQ(Only.Notes[1].Line, 0u);
}

TEST(Sightings, AreNoneInAReportWithoutFindings) {
  auto Read = sightingsOf(R"({"findings": []})");
  ASSERT_TRUE(Read);
  EXPECT_TRUE(Read->empty());
}

TEST(Sightings, AreNotReadFromWhatIsNoReport) {
  EXPECT_FALSE(sightingsOf(""));
  EXPECT_FALSE(sightingsOf("[]"));
  EXPECT_FALSE(sightingsOf("{}"));
  EXPECT_FALSE(sightingsOf(R"({"findings": [3]})"));
}
