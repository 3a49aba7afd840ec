#include "knowledge/Facts.h"
#include "gtest/gtest.h"

using namespace corolint;

TEST(Facts, AnOriginIsAFileAndALine) {
  EXPECT_EQ((Origin{"posix.yaml", 14}).str(), "posix.yaml:14");
}

TEST(Facts, ANewFunctionFactSaysNothing) {
  FunctionFact F;
  EXPECT_FALSE(F.Blocks || F.UnlessZero || F.UnlessArguments ||
               F.ResultDestructorBlocks || F.Acquires || F.Releases ||
               F.Tries || F.KeepsLocked || F.UsesUp);
  EXPECT_FALSE(F.Joins || F.OnlyForTasks || F.NonBlocking || F.Detaches ||
               F.Discardable || F.NeverSuspends || F.GivesReady);
  EXPECT_TRUE(F.Spawns.empty() && F.Offloads.empty() && F.Consumes.empty());
}

TEST(Facts, ANewTypeFactSaysNothing) {
  TypeFact F;
  EXPECT_FALSE(F.TaskStart || F.TaskDropped || F.Mutex || F.Guard || F.Share ||
               F.DestructorBlocks || F.Executor || F.OnAwait);
  EXPECT_FALSE(F.StartsEmpty || F.EmptyIsReady);
  EXPECT_FALSE(F.MustAwait || F.Discardable || F.NeverSuspends ||
               F.GuardByMutex || F.ShareOfArguments);
  EXPECT_EQ(F.Tag, GuardTag::None);
}

TEST(Facts, AWorseSharingIsSmaller) {
  EXPECT_LT(Sharing::Unsafe, Sharing::ThreadBound);
  EXPECT_LT(Sharing::ThreadBound, Sharing::Unshared);
  EXPECT_LT(Sharing::Unshared, Sharing::Immutable);
  EXPECT_LT(Sharing::Immutable, Sharing::Synchronised);
}
