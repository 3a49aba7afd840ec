// What a correct knowledge file says: each key of a function.

#include "YamlReading.h"

using namespace corolint;
using namespace corolint::test;

TEST(FunctionKeys, BlocksHasTenKinds) {
  auto Blocks = [](llvm::StringRef Kind) {
    return functionWith(("blocks: " + Kind).str()).Blocks;
  };
  EXPECT_EQ(Blocks("sleep"), BlockKind::Sleep);
  EXPECT_EQ(Blocks("wait"), BlockKind::Wait);
  EXPECT_EQ(Blocks("network"), BlockKind::Network);
  EXPECT_EQ(Blocks("dns"), BlockKind::Dns);
  EXPECT_EQ(Blocks("process"), BlockKind::Process);
  EXPECT_EQ(Blocks("file"), BlockKind::File);
  EXPECT_EQ(Blocks("event-loop"), BlockKind::EventLoop);
  EXPECT_EQ(Blocks("lock"), BlockKind::Lock);
  EXPECT_EQ(Blocks("console"), BlockKind::Console);
  EXPECT_EQ(Blocks("descriptor"), BlockKind::Descriptor);
  EXPECT_EQ(Blocks("metadata"), BlockKind::Metadata);
}

TEST(FunctionKeys, FlagsAreTrueOrFalse) {
  EXPECT_TRUE(functionWith("joins: true").Joins);
  EXPECT_FALSE(functionWith("joins: false").Joins);
  EXPECT_TRUE(functionWith("only-for-tasks: true").OnlyForTasks);
  EXPECT_TRUE(functionWith("only-on-results: true").OnlyOnResults);
  EXPECT_TRUE(functionWith("nonblocking: true").NonBlocking);
  EXPECT_TRUE(functionWith("detaches: true").Detaches);
  EXPECT_TRUE(functionWith("discardable: true").Discardable);
  EXPECT_TRUE(functionWith("drops-failures: true").DropsFailures);
  EXPECT_TRUE(functionWith("never-suspends: true").NeverSuspends);
  EXPECT_TRUE(functionWith("gives-ready: true").GivesReady);
  EXPECT_TRUE(functionWith("hops: true").Hops);
  EXPECT_TRUE(functionWith("expects-failure: true").ExpectsFailure);
  EXPECT_TRUE(functionWith("defines-tests: true").DefinesTests);
}

TEST(FunctionKeys, ThreadStateHasAWord) {
  EXPECT_EQ(functionWith("thread-state: identity").OfThread,
            ThreadState::Identity);
  EXPECT_EQ(functionWith("thread-state: error").OfThread, ThreadState::Error);
  EXPECT_EQ(functionWith("thread-state: setting").OfThread,
            ThreadState::Setting);
  EXPECT_FALSE(functionWith("hops: true").OfThread);
}

TEST(FunctionKeys, ArgumentsAreNumbers) {
  EXPECT_EQ(functionWith("unless-zero: 3").UnlessZero, 3u);
  EXPECT_EQ(functionWith("unless-arguments: 0").UnlessArguments, 0u);
  EXPECT_EQ(functionWith("acquires: 0").Acquires, 0u);
  EXPECT_EQ(functionWith("releases: 1").Releases, 1u);
  EXPECT_EQ(functionWith("tries: 2").Tries, 2u);
  EXPECT_EQ(functionWith("uses-up: 0").UsesUp, 0u);
  EXPECT_EQ(functionWith("keeps-locked: 1").KeepsLocked, 1u);
}

TEST(FunctionKeys, ListsOfArgumentsKeepTheirOrder) {
  using Arguments = llvm::SmallVector<ArgumentIndex, 1>;
  EXPECT_EQ(functionWith("offloads: [2, 1]").Offloads, (Arguments{2, 1}));
  EXPECT_EQ(functionWith("consumes: [0]").Consumes, Arguments{0});
  EXPECT_TRUE(functionWith("consumes: []").Consumes.empty());
}

TEST(FunctionKeys, ResultDestructorBlocksHasAKind) {
  EXPECT_EQ(
      functionWith("result-destructor-blocks: wait").ResultDestructorBlocks,
      BlockKind::Wait);
}

TEST(FunctionKeys, SpawnsTellWhatRunsWhere) {
  FunctionFact F = functionWith(
      "spawns: [{argument: 2, runs-on: other-thread, and-rest: true, "
      "gives-back: true}]");
  ASSERT_EQ(F.Spawns.size(), 1u);
  EXPECT_EQ(F.Spawns[0].Argument, 2u);
  EXPECT_EQ(F.Spawns[0].Where, RunsOn::OtherThread);
  EXPECT_TRUE(F.Spawns[0].AndRest);
  EXPECT_TRUE(F.Spawns[0].GivesBack);
  EXPECT_FALSE(F.Spawns[0].Scoped);
}

TEST(FunctionKeys, SpawnsHaveFourPlacesToRun) {
  auto Where = [](llvm::StringRef Place) {
    FunctionFact F =
        functionWith(("spawns: [{argument: 1, runs-on: " + Place + "}]").str());
    return F.Spawns.size() == 1 ? F.Spawns[0].Where : RunsOn::Unknown;
  };
  EXPECT_EQ(Where("other-thread"), RunsOn::OtherThread);
  EXPECT_EQ(Where("same-thread"), RunsOn::SameThread);
  EXPECT_EQ(Where("unknown"), RunsOn::Unknown);
  EXPECT_EQ(Where("executor-argument"), RunsOn::ExecutorArgument);
}

TEST(FunctionKeys, SpawnsMayNameTheirExecutor) {
  FunctionFact F = functionWith("spawns: [{argument: 2, executor: 1, "
                                "runs-on: executor-argument, scoped: true}]");
  ASSERT_EQ(F.Spawns.size(), 1u);
  EXPECT_EQ(F.Spawns[0].Executor, 1u);
  EXPECT_TRUE(F.Spawns[0].Scoped);
}

TEST(FunctionKeys, OneFunctionMaySpawnTwice) {
  FunctionFact F = functionWith("spawns: [{argument: 1}, {argument: 3}]");
  ASSERT_EQ(F.Spawns.size(), 2u);
  EXPECT_EQ(F.Spawns[0].Argument, 1u);
  EXPECT_EQ(F.Spawns[1].Argument, 3u);
  EXPECT_EQ(F.Spawns[1].Where, RunsOn::Unknown);
}
