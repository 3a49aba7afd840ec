#include "corolint/rt/stream.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::stream<int> count_to(int end) {
  const counted alive;
  for (int i = 0; i != end; ++i) {
    if (i % 3 == 0)
      co_await rt::yield();
    co_yield i;
  }
}

rt::stream<int> never_yields() {
  const counted alive;
  co_await rt::sleep_for(std::chrono::hours(1));
  co_yield 1;
}

rt::task<std::optional<int>> next_of(rt::stream<int> &from) {
  co_return co_await from.next();
}

TEST(Stream, YieldsItsValuesInOrder) {
  on_each_runtime([]() -> rt::task<> {
    auto numbers = count_to(10);
    int expected = 0;
    while (auto number = co_await numbers.next())
      EXPECT_EQ(*number, expected++);
    EXPECT_EQ(expected, 10);
    EXPECT_FALSE(co_await numbers.next());
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Stream, DoesNothingUntilItIsAsked) {
  on_each_runtime([]() -> rt::task<> {
    bool begun = false;
    const auto begins = [](bool &begun) -> rt::stream<int> {
      begun = true;
      co_yield 1;
    };
    {
      const auto dropped = begins(begun);
    }
    EXPECT_FALSE(begun);
    auto asked = begins(begun);
    EXPECT_EQ(*co_await asked.next(), 1);
    EXPECT_TRUE(begun);
  });
}

TEST(Stream, UnwindsWhereItStandsWhenItIsDropped) {
  on_each_runtime([]() -> rt::task<> {
    {
      auto numbers = count_to(10);
      EXPECT_EQ(*co_await numbers.next(), 0);
      EXPECT_EQ(counted::living(), 1);
    }
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Stream, ThrowsFromNextAndIsAtItsEndThen) {
  on_each_runtime([]() -> rt::task<> {
    auto failing = []() -> rt::stream<int> {
      co_yield 1;
      throw std::runtime_error("failed");
    }();
    EXPECT_EQ(*co_await failing.next(), 1);
    EXPECT_THROW((void)co_await failing.next(), std::runtime_error);
    EXPECT_FALSE(co_await failing.next());
  });
}

TEST(Stream, YieldsValuesThatOnlyMoveAndCopiesOfThoseThatStay) {
  on_each_runtime([]() -> rt::task<> {
    auto moved = []() -> rt::stream<std::unique_ptr<int>> {
      auto kept = std::make_unique<int>(1);
      co_yield std::move(kept);
      co_yield std::make_unique<int>(2);
    }();
    EXPECT_EQ(**co_await moved.next(), 1);
    EXPECT_EQ(**co_await moved.next(), 2);
    auto copied = []() -> rt::stream<std::string> {
      const std::string same = "a text that is not short enough";
      std::string mine = same;
      co_yield same;
      co_yield mine;
      EXPECT_EQ(mine, same);
      co_yield "another one";
    }();
    EXPECT_EQ(*co_await copied.next(), "a text that is not short enough");
    EXPECT_EQ(*co_await copied.next(), "a text that is not short enough");
    EXPECT_EQ(*co_await copied.next(), "another one");
    EXPECT_FALSE(co_await copied.next());
  });
}

TEST(Stream, CanBeTakenOverByAnotherTask) {
  on_each_runtime([]() -> rt::task<> {
    auto numbers = count_to(4);
    EXPECT_EQ(*co_await numbers.next(), 0);
    auto rest = rt::spawn(
        [](rt::stream<int> numbers) -> rt::task<int> {
          int sum = 0;
          while (auto number = co_await numbers.next())
            sum += *number;
          co_return sum;
        },
        std::move(numbers));
    EXPECT_EQ(co_await std::move(rest), 6);
    EXPECT_FALSE(co_await numbers.next()); // NOLINT(bugprone-use-after-move)
    EXPECT_FALSE(co_await rt::stream<int>().next());
  });
}

TEST(Stream, UnwindsWithATaskThatIsStoppedWhileItWaits) {
  on_each_runtime([]() -> rt::task<> {
    auto waiting = rt::spawn([]() -> rt::task<> {
      auto numbers = never_yields();
      (void)co_await numbers.next();
    });
    co_await until([] { return counted::living() == 1; });
    waiting.abort();
    EXPECT_THROW(co_await std::move(waiting), rt::task_stopped);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Stream, IsAtItsEndAfterItWasStoppedBetweenTwoValues) {
  on_each_runtime([]() -> rt::task<> {
    auto numbers = never_yields();
    EXPECT_FALSE(co_await rt::timeout(1ms, next_of(numbers)));
    EXPECT_EQ(counted::living(), 0);
    EXPECT_FALSE(co_await numbers.next());
  });
}

TEST(Stream, MayBeMadeOfAnotherOneAndOfTasks) {
  on_each_runtime([]() -> rt::task<> {
    const auto twice = [](int number) -> rt::task<int> {
      co_await rt::yield();
      co_return 2 * number;
    };
    auto doubled = [](auto twice) -> rt::stream<int> {
      auto numbers = count_to(3);
      while (auto number = co_await numbers.next())
        co_yield co_await twice(*number);
    }(twice);
    for (const int expected : {0, 2, 4})
      EXPECT_EQ(*co_await doubled.next(), expected);
    EXPECT_FALSE(co_await doubled.next());
  });
}

rt::stream<int> without_waiting(int end) {
  for (int i = 0; i != end; ++i)
    co_yield i;
}

TEST(Stream, ThatNeverWaitsLetsOthersRunAndCanBeStopped) {
  on_each_runtime([]() -> rt::task<> {
    auto endless = rt::spawn([]() -> rt::task<> {
      auto numbers = without_waiting(-1);
      while (co_await numbers.next())
        ;
    });
    co_await rt::sleep_for(1ms);
    endless.abort();
    EXPECT_THROW(co_await std::move(endless), rt::task_stopped);
  });
}

TEST(Stream, DoesNotGrowTheStackWithItsLength) {
  on_each_runtime([]() -> rt::task<> {
    auto numbers = without_waiting(200'000);
    int count = 0;
    while (co_await numbers.next())
      ++count;
    EXPECT_EQ(count, 200'000);
  });
}

} // namespace
