#include "PathGlobs.h"
#include "gtest/gtest.h"

using namespace corolint;

namespace {

bool matches(const char *Pattern, const char *File) {
  return PathGlobs("/nowhere/p", {Pattern}).match(File) != nullptr;
}

} // namespace

TEST(PathGlobs, OfOneNameCountAtAnyDepth) {
  EXPECT_TRUE(matches("*.pb.h", "/nowhere/p/a/b/x.pb.h"));
  EXPECT_TRUE(matches("*.pb.h", "/nowhere/p/x.pb.h"));
  EXPECT_FALSE(matches("*.pb.h", "/nowhere/p/xpb.h"));
  EXPECT_TRUE(matches("build/", "/nowhere/p/a/build/x.h"));
}

TEST(PathGlobs, WithFoldersStartAtTheProject) {
  EXPECT_TRUE(matches("a/*.h", "/nowhere/p/a/x.h"));
  EXPECT_FALSE(matches("a/*.h", "/nowhere/p/b/a/x.h"));
  EXPECT_TRUE(matches("/a", "/nowhere/p/a/x.h"));
  EXPECT_FALSE(matches("/a", "/nowhere/p/b/a/x.h"));
}

TEST(PathGlobs, OfAFolderStandForAllInIt) {
  EXPECT_TRUE(matches("a/b", "/nowhere/p/a/b/c/x.h"));
  EXPECT_FALSE(matches("a/b", "/nowhere/p/a/bc/x.h"));
}

TEST(PathGlobs, StarsStayInOneNameUnlessThereAreTwo) {
  EXPECT_FALSE(matches("a/*/x.h", "/nowhere/p/a/b/c/x.h"));
  EXPECT_TRUE(matches("a/**/x.h", "/nowhere/p/a/b/c/x.h"));
  EXPECT_TRUE(matches("a/**/x.h", "/nowhere/p/a/x.h"));
  EXPECT_TRUE(matches("a/?.h", "/nowhere/p/a/x.h"));
  EXPECT_FALSE(matches("a/?.h", "/nowhere/p/a/xy.h"));
}

TEST(PathGlobs, KnowNothingOutside) {
  EXPECT_FALSE(matches("*", "/nowhere/q/x.h"));
  EXPECT_FALSE(matches("**", "/nowhere/px/x.h"));
  EXPECT_EQ(PathGlobs().match("/nowhere/p/x.h"), nullptr);
}

TEST(PathGlobs, SayWhichOneItWas) {
  PathGlobs Globs("/nowhere/p", {"a", "b(.h", "b*"});
  ASSERT_NE(Globs.match("/nowhere/p/b(.h"), nullptr);
  EXPECT_EQ(*Globs.match("/nowhere/p/b(.h"), "b(.h");
  EXPECT_EQ(*Globs.match("/nowhere/p/bc.h"), "b*");
}
