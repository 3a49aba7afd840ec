// What a correct knowledge file says: each key of a type.

#include "YamlReading.h"

using namespace corolint;
using namespace corolint::test;

TEST(TypeKeys, TaskTellsTheStart) {
  EXPECT_EQ(typeWith("task: lazy").TaskStart, Start::Lazy);
  EXPECT_EQ(typeWith("task: eager").TaskStart, Start::Eager);
  EXPECT_EQ(typeWith("task: unknown").TaskStart, Start::Unknown);
}

TEST(TypeKeys, DroppedTellsTheEnd) {
  EXPECT_EQ(typeWith("dropped: never-runs").TaskDropped, IfDropped::NeverRuns);
  EXPECT_EQ(typeWith("dropped: runs-on").TaskDropped, IfDropped::RunsOn);
  EXPECT_EQ(typeWith("dropped: cancels").TaskDropped, IfDropped::Cancels);
  EXPECT_EQ(typeWith("dropped: leaks").TaskDropped, IfDropped::Leaks);
}

TEST(TypeKeys, FlagsAreTrueOrFalse) {
  EXPECT_TRUE(typeWith("must-await: true").MustAwait);
  EXPECT_FALSE(typeWith("must-await: false").MustAwait);
  EXPECT_TRUE(typeWith("discardable: true").Discardable);
  EXPECT_TRUE(typeWith("never-suspends: true").NeverSuspends);
}

TEST(TypeKeys, AwaitedTellsWhatIsLeft) {
  EXPECT_EQ(typeWith("awaited: ends-coroutine").OnAwait,
            Awaited::EndsCoroutine);
  EXPECT_EQ(typeWith("awaited: once").OnAwait, Awaited::Once);
  EXPECT_EQ(typeWith("awaited: often").OnAwait, Awaited::Often);
}

TEST(TypeKeys, EmptyTasksAreDescribed) {
  EXPECT_TRUE(typeWith("starts-empty: true").StartsEmpty);
  EXPECT_TRUE(typeWith("empty-is-ready: true").EmptyIsReady);
}

TEST(TypeKeys, MutexTellsTheOwner) {
  EXPECT_EQ(typeWith("mutex: thread").Mutex, LockOwner::Thread);
  EXPECT_EQ(typeWith("mutex: task").Mutex, LockOwner::Task);
}

TEST(TypeKeys, GuardTellsTheOwnerOrThatTheMutexDoes) {
  EXPECT_EQ(typeWith("guard: thread").Guard, LockOwner::Thread);
  EXPECT_EQ(typeWith("guard: task").Guard, LockOwner::Task);
  EXPECT_FALSE(typeWith("guard: thread").GuardByMutex);
  EXPECT_TRUE(typeWith("guard: by-mutex").GuardByMutex);
  EXPECT_FALSE(typeWith("guard: by-mutex").Guard.has_value());
}

TEST(TypeKeys, GuardTagTellsTheEffect) {
  EXPECT_EQ(typeWith("guard-tag: defer").Tag, GuardTag::Defer);
  EXPECT_EQ(typeWith("guard-tag: try").Tag, GuardTag::Try);
  EXPECT_EQ(typeWith("guard-tag: adopt").Tag, GuardTag::Adopt);
}

TEST(TypeKeys, SharingTellsTheRank) {
  EXPECT_EQ(typeWith("sharing: unsafe").Share, Sharing::Unsafe);
  EXPECT_EQ(typeWith("sharing: thread-bound").Share, Sharing::ThreadBound);
  EXPECT_EQ(typeWith("sharing: unshared").Share, Sharing::Unshared);
  EXPECT_EQ(typeWith("sharing: immutable").Share, Sharing::Immutable);
  EXPECT_EQ(typeWith("sharing: synchronised").Share, Sharing::Synchronised);
  EXPECT_FALSE(typeWith("sharing: unsafe").ShareOfArguments);
}

TEST(TypeKeys, SharingMayBeThatOfTheArguments) {
  TypeFact F = typeWith("sharing: as-arguments");
  EXPECT_TRUE(F.ShareOfArguments);
  EXPECT_FALSE(F.Share.has_value());
}

TEST(TypeKeys, DestructorBlocksHasAKind) {
  EXPECT_EQ(typeWith("destructor-blocks: process").DestructorBlocks,
            BlockKind::Process);
}

TEST(TypeKeys, ExecutorTellsWhereItsWorkRuns) {
  EXPECT_EQ(typeWith("executor: other-thread").Executor, RunsOn::OtherThread);
  EXPECT_EQ(typeWith("executor: same-thread").Executor, RunsOn::SameThread);
  EXPECT_EQ(typeWith("executor: unknown").Executor, RunsOn::Unknown);
}

TEST(TypeKeys, DefinesTestsMarksAFixture) {
  EXPECT_TRUE(typeWith("defines-tests: true").DefinesTests);
  EXPECT_FALSE(typeWith("may-block: true").DefinesTests);
}

TEST(TypeKeys, MayBlockMarksAnExecutorForWhatBlocks) {
  EXPECT_TRUE(typeWith("may-block: true").MayBlock);
  EXPECT_FALSE(typeWith("executor: other-thread").MayBlock);
}

TEST(TypeKeys, ErrorMarksWhatSaysWhetherSomethingFailed) {
  EXPECT_TRUE(typeWith("error: true").Error);
  EXPECT_FALSE(typeWith("may-block: true").Error);
}

TEST(TypeKeys, SharesItselfMarksAClassWhoseObjectsAreCounted) {
  EXPECT_TRUE(typeWith("shares-itself: true").SharesItself);
  EXPECT_FALSE(typeWith("error: true").SharesItself);
}

TEST(TypeKeys, DropsFailuresMarksACompletionToken) {
  EXPECT_TRUE(typeWith("drops-failures: true").DropsFailures);
  EXPECT_FALSE(typeWith("error: true").DropsFailures);
}
