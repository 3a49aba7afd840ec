#include "corolint/rt/task.hpp"
#include "corolint/rt/runtime.hpp"
#include <gtest/gtest.h>
#include <memory>
#include <stdexcept>
#include <string>

namespace rt = corolint::rt;

namespace {

rt::task<int> answer() { co_return 42; }
rt::task<std::unique_ptr<int>> owned(int value) {
  co_return std::make_unique<int>(value);
}
rt::task<> sets(bool &flag) {
  flag = true;
  co_return;
}
rt::task<int> fails() {
  throw std::runtime_error("no answer");
  co_return 0;
}
rt::task<int &> refers(int &to) { co_return to; }

TEST(Task, RunsWhenItIsAwaitedAndNotBefore) {
  rt::current_thread thread;
  bool ran = false;
  rt::task<> lazy = sets(ran);
  EXPECT_FALSE(ran);
  thread.block_on(std::move(lazy));
  EXPECT_TRUE(ran);
}

TEST(Task, NeverRunsIfItIsDropped) {
  bool ran = false;
  {
    rt::task<> dropped = sets(ran);
  }
  EXPECT_FALSE(ran);
}

TEST(Task, GivesItsValueToWhoAwaitsIt) {
  rt::current_thread thread;
  EXPECT_EQ(thread.block_on([]() -> rt::task<int> {
    co_return co_await answer() + co_await answer();
  }()),
            84);
}

TEST(Task, GivesValuesThatOnlyMove) {
  rt::current_thread thread;
  EXPECT_EQ(*thread.block_on(owned(7)), 7);
}

TEST(Task, GivesReferences) {
  rt::current_thread thread;
  int value = 1;
  int &same = thread.block_on(refers(value));
  EXPECT_EQ(&same, &value);
}

TEST(Task, ThrowsWhatItsCoroutineThrew) {
  rt::current_thread thread;
  bool caught = false;
  thread.block_on([](bool &seen) -> rt::task<> {
    try {
      co_await fails();
    } catch (const std::runtime_error &error) {
      seen = std::string(error.what()) == "no answer";
    }
  }(caught));
  EXPECT_TRUE(caught);
  EXPECT_THROW(thread.block_on(fails()), std::runtime_error);
}

TEST(Task, ThrowsIfItIsAwaitedTwice) {
  rt::current_thread thread;
  EXPECT_THROW(thread.block_on([]() -> rt::task<> {
    rt::task<int> once = answer();
    co_await std::move(once);
    co_await std::move(once);
  }()),
               rt::task_consumed);
}

TEST(Task, ThrowsIfItIsAwaitedAfterAMove) {
  rt::current_thread thread;
  EXPECT_THROW(thread.block_on([]() -> rt::task<> {
    rt::task<int> first = answer();
    rt::task<int> second = std::move(first);
    EXPECT_FALSE(first);
    EXPECT_TRUE(second);
    co_await std::move(first);
  }()),
               rt::task_consumed);
  EXPECT_THROW(thread.block_on(rt::task<int>()), rt::task_consumed);
}

TEST(Task, DestroysItsParametersAndLocalsWithItself) {
  auto shared = std::make_shared<int>(1);
  {
    rt::task<> dropped = [](std::shared_ptr<int>) -> rt::task<> {
      co_return;
    }(shared);
    EXPECT_EQ(shared.use_count(), 2);
  }
  EXPECT_EQ(shared.use_count(), 1);
}

rt::task<> done_at_once() { co_return; }

TEST(Task, AwaitsAMillionThatAreDoneAtOnceWithoutGrowingTheStack) {
#if defined(__GNUC__) && !defined(__clang__) && !defined(__OPTIMIZE__)
  GTEST_SKIP() << "g++ makes symmetric transfer a tail call only if it "
                  "optimises";
#endif
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    for (int i = 0; i != 1'000'000; ++i)
      co_await done_at_once();
  }());
}

rt::task<int> depth(int left) {
  // No co_await in a conditional operator: g++ 12 evaluates it in any case.
  if (left == 0)
    co_return 0;
  co_return 1 + co_await depth(left - 1);
}

TEST(Task, AwaitsAHundredThousandInsideOfEachOther) {
#if defined(__GNUC__) && !defined(__clang__) && !defined(__OPTIMIZE__)
  GTEST_SKIP() << "see above";
#endif
  rt::current_thread thread;
  EXPECT_EQ(thread.block_on(depth(100'000)), 100'000);
}

} // namespace
