#include "FixDiff.h"
#include "SourceFile.h"
#include "gtest/gtest.h"

using namespace corolint::output;

namespace {

/// As diff prints it, with the number of the first line.
std::string shown(const std::vector<Edit> &Fix) {
  SourceTexts Texts;
  std::string All;
  for (const ChangedLines &Each : fixDiff(Fix, Texts)) {
    All += "@" + std::to_string(Each.First) + "\n";
    for (const std::string &Line : Each.Removed)
      All += "-" + Line + "\n";
    for (const std::string &Line : Each.Added)
      All += "+" + Line + "\n";
  }
  return All;
}

} // namespace

TEST(FixDiff, InsertsIntoALine) {
  SourceFile File("{\n  load();\n}\n");
  EXPECT_EQ(shown({{File.place(2, 3, 2, 3), "co_await "}}),
            "@2\n-  load();\n+  co_await load();\n");
}

TEST(FixDiff, MakesEditsOfOneLineTogetherInAnyOrder) {
  SourceFile File("f(a, b);\n");
  EXPECT_EQ(
      shown({{File.place(1, 6, 1, 7), "d"}, {File.place(1, 3, 1, 4), "c"}}),
      "@1\n-f(a, b);\n+f(c, d);\n");
}

TEST(FixDiff, KeepsEditsOfDistantLinesApart) {
  SourceFile File("a\nb\nc\n");
  EXPECT_EQ(
      shown({{File.place(3, 1, 3, 2), "C"}, {File.place(1, 1, 1, 2), "A"}}),
      "@1\n-a\n+A\n@3\n-c\n+C\n");
}

TEST(FixDiff, MayTakeALineAwayOrAddOne) {
  SourceFile File("a\nb\nc\n");
  EXPECT_EQ(shown({{File.place(2, 1, 3, 1), ""}}), "@2\n-b\n-c\n+c\n");
  EXPECT_EQ(shown({{File.place(1, 2, 1, 2), "\nnew"}}), "@1\n-a\n+a\n+new\n");
}

TEST(FixDiff, IsNoneIfAnEditHasNoPlaceOrOverlaps) {
  SourceFile File("load();\n");
  Edit Good{File.place(1, 1, 1, 1), "co_await "};
  EXPECT_EQ(shown({Good, {{File.name(), {}, {}}, "x"}}), "");
  EXPECT_EQ(
      shown({{File.place(1, 1, 1, 5), "x"}, {File.place(1, 3, 1, 6), "y"}}),
      "");
}

TEST(FixDiff, IsNoneIfTheFileIsAnotherOneNow) {
  SourceFile File("x\n");
  EXPECT_EQ(shown({{File.place(1, 9, 1, 9), "y"}}), "");
  EXPECT_EQ(shown({{{"no such file", {1, 3, 3}, {1, 3, 3}}, "y"}}), "");
}
