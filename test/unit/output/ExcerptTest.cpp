#include "Excerpt.h"
#include "SourceFile.h"
#include "gtest/gtest.h"

using namespace corolint::output;

namespace {

/// "12:before[marked]after", a line each.
std::string shown(const Place &Where, unsigned Context) {
  SourceTexts Texts;
  std::string All;
  for (const ExcerptLine &Each : excerpt(Where, Context, Texts))
    All += std::to_string(Each.Number) + ":" + Each.Before + "[" + Each.Marked +
           "]" + Each.After + "\n";
  return All;
}

} // namespace

TEST(Excerpt, MarksTheRangeBetweenItsContext) {
  SourceFile File("one\ntwo\nlet it be\nfour\nfive\nsix\n");
  EXPECT_EQ(shown(File.place(3, 5, 3, 7), 1),
            "2:two[]\n3:let [it] be\n4:four[]\n");
}

TEST(Excerpt, EndsWhereTheFileDoes) {
  SourceFile File("one\r\ntwo\r\n");
  EXPECT_EQ(shown(File.place(1, 1, 1, 4), 2), "1:[one]\n2:two[]\n");
}

TEST(Excerpt, MarksAllLinesOfARange) {
  SourceFile File("f(a,\n  b,\n  c);\n");
  EXPECT_EQ(shown(File.place(1, 2, 3, 5), 0),
            "1:f[(a,]\n2:[  b,]\n3:[  c)];\n");
}

TEST(Excerpt, HasTheFirstLinesOfALongRange) {
  SourceFile File(std::string(50, '\n'));
  SourceTexts Texts;
  EXPECT_EQ(excerpt(File.place(1, 1, 50, 1), 2, Texts).size(), 10u);
}

TEST(Excerpt, OfALongLineIsWhatIsNear) {
  // Cut between the characters, not in the middle of one.
  std::string Many;
  for (int I = 0; I < 500; ++I)
    Many += "\xC3\xBC";
  SourceFile File("x" + Many + "here" + Many + "\n");
  SourceTexts Texts;
  auto Lines = excerpt(File.place(1, 1002, 1, 1006), 0, Texts);
  ASSERT_EQ(Lines.size(), 1u);
  EXPECT_EQ(Lines[0].Marked, "here");
  EXPECT_EQ(Lines[0].Before, "\xE2\x80\xA6" + Many.substr(0, 160));
  EXPECT_EQ(Lines[0].After, Many.substr(0, 160) + "\xE2\x80\xA6");
}

TEST(Excerpt, IsEmptyIfThePlaceIsGone) {
  SourceFile File("one\n");
  EXPECT_EQ(shown(File.place(2, 1, 2, 4), 2), "");
  EXPECT_EQ(shown({"no such file", {1, 1, 1}, {1, 2, 2}}, 2), "");
  EXPECT_EQ(shown({}, 2), "");
}

TEST(Excerpt, MarksNothingBehindALineThatBecameShorter) {
  SourceFile File("one\n");
  EXPECT_EQ(shown(File.place(1, 9, 1, 12), 0), "1:one[]\n");
}
