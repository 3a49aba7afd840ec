#include "PageExamples.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

constexpr char Program[] = "```cpp bad\nint f();\n\nint main() {}\n```\n"
                           "text\n```cpp good\n\nint main() {}\n```\n";

} // namespace

TEST(PageExamples, AreTheBlocksThatSayBadOrGood) {
  auto Found = examplesOf("# coro-x\n\n```cpp\nno;\n```\n```cpp bad\na;\n\nb;\n"
                          "```\n```yaml\nc: d\n```\n```cpp good\ne;\n```");
  ASSERT_EQ(Found.size(), 2u);
  EXPECT_TRUE(Found[0].IsBad);
  EXPECT_EQ(Found[0].Code, "a;\n\nb;\n");
  EXPECT_FALSE(Found[1].IsBad);
  EXPECT_EQ(Found[1].Code, "e;\n");
}

TEST(PageExamples, OfAPageWithoutBlocksAreNone) {
  EXPECT_TRUE(examplesOf("").empty());
  EXPECT_TRUE(examplesOf("# coro-x\n\nText.\n").empty());
}

TEST(PageExamples, DoNotStumbleOverABlockThatIsNotClosed) {
  auto Found = examplesOf("```cpp bad\na;\n");
  ASSERT_EQ(Found.size(), 1u);
  EXPECT_EQ(Found[0].Code, "a;\n");
}

TEST(PageExamples, CanBeRunIfBothArePrograms) {
  EXPECT_TRUE(canBeRun(examplesOf(Program)));
  EXPECT_FALSE(canBeRun(examplesOf("```cpp bad\nf();\n```\n"
                                   "```cpp good\n\nint main() {}\n```\n")));
}

TEST(PageExamples, CannotBeRunIfItIsNotClearWhichIsMeant) {
  EXPECT_FALSE(canBeRun({}));
  EXPECT_FALSE(canBeRun(examplesOf(std::string(Program) + Program)));
  EXPECT_FALSE(canBeRun(examplesOf("```cpp bad\n\nint main() {}\n```\n"
                                   "```cpp bad\n\nint main() {}\n```\n")));
}
