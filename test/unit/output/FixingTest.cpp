#include "Fixing.h"
#include "SourceFile.h"
#include "llvm/Support/MemoryBuffer.h"
#include "llvm/Support/Path.h"
#include "gtest/gtest.h"

using namespace corolint::output;

namespace {

/// Findings with fixes in one file of the current folder.
class FixingTest : public ::testing::Test {
protected:
  explicit FixingTest() : File(Text) {
    // Only below the current folder files are fixed.
    llvm::SmallString<128> Folder(File.name());
    llvm::sys::path::remove_filename(Folder);
    llvm::sys::fs::set_current_path(Folder);
  }

  Result finding(std::vector<Edit> Fix) const {
    Result New;
    New.Where = Fix.front().Where;
    New.Fix = std::move(Fix);
    return New;
  }

  Edit edit(unsigned Line, unsigned Byte, unsigned EndByte,
            const char *New) const {
    return {File.place(Line, Byte, Line, EndByte), New};
  }

  /// The text of the file with the fixes of \p Findings; what is fixed goes to
  /// Fixed.
  std::string fixed(const std::vector<Result> &Findings) {
    SourceTexts Texts;
    Fixing Fixes(Texts,
                 std::chrono::system_clock::now() + std::chrono::hours(1));
    for (const Result &Each : Findings)
      Fixes.add(Each);
    EXPECT_TRUE(Fixes.write());
    for (const Result &Each : Findings)
      Fixed.push_back(Fixes.isFixed(Each));
    return llvm::cantFail(llvm::errorOrToExpected(
                              llvm::MemoryBuffer::getFile(File.name())))
        ->getBuffer()
        .str();
  }

  static constexpr char Text[] = "abcdef\nghi\n";
  SourceFile File;
  std::vector<bool> Fixed;
};

using Flags = std::vector<bool>;

TEST_F(FixingTest, MakesEditsInAnyOrder) {
  EXPECT_EQ(fixed({finding({edit(2, 1, 2, "X")}), finding({edit(1, 3, 5, "")}),
                   finding({edit(1, 7, 7, "!")})}),
            "abef!\nXhi\n");
  EXPECT_EQ(Fixed, (Flags{true, true, true}));
}

TEST_F(FixingTest, MakesEqualEditsOnce) {
  EXPECT_EQ(fixed({finding({edit(1, 1, 1, "#"), edit(2, 1, 1, "x")}),
                   finding({edit(1, 1, 1, "#"), edit(2, 2, 2, "y")})}),
            "#abcdef\nxgyhi\n");
  EXPECT_EQ(Fixed, (Flags{true, true}));
}

TEST_F(FixingTest, LeavesOutAllOfAFixThatOverlapsAnEarlierOne) {
  testing::internal::CaptureStderr();
  EXPECT_EQ(fixed({finding({edit(1, 2, 4, "X")}),
                   finding({edit(1, 3, 5, "Y"), edit(2, 1, 1, "Z")})}),
            "aXdef\nghi\n");
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "corolint: warning: " + File.name() +
                ":1:3: this fix overlaps that of " + File.name() +
                ":1:2 and is not made; run --fix again\n");
  EXPECT_EQ(Fixed, (Flags{true, false}));
}

TEST_F(FixingTest, TakesInsertionsAtOnePlaceForAnOverlap) {
  EXPECT_EQ(
      fixed({finding({edit(1, 1, 1, "X")}), finding({edit(1, 1, 1, "Y")})}),
      "Xabcdef\nghi\n");
  EXPECT_EQ(Fixed, (Flags{true, false}));
}

TEST_F(FixingTest, TakesNeighboursForNoOverlap) {
  EXPECT_EQ(fixed({finding({edit(1, 1, 3, "X")}), finding({edit(1, 3, 4, "Y")}),
                   finding({edit(1, 4, 4, "Z")})}),
            "XYZdef\nghi\n");
}

TEST_F(FixingTest, LeavesOutAFixBehindTheEndOfTheFile) {
  EXPECT_EQ(fixed({finding({edit(9, 1, 1, "X")})}), Text);
  EXPECT_EQ(Fixed, (Flags{false}));
}

TEST_F(FixingTest, TouchesNoFileThatIsNewerThanTheAnalysis) {
  SourceTexts Texts;
  Fixing Fixes(Texts, std::chrono::system_clock::now() - std::chrono::hours(1));
  Result Found = finding({edit(1, 1, 2, "X")});
  Fixes.add(Found);
  EXPECT_TRUE(Fixes.write());
  EXPECT_FALSE(Fixes.isFixed(Found));
  EXPECT_EQ(Fixes.writtenFiles(), 0u);
}

} // namespace
