#include "corolint/rt/select.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<int> fails_at_once() {
  throw std::runtime_error("first");
  co_return 0;
}

TEST(Select, TellsWhichTaskWasFirstAndGivesItsValue) {
  on_each_runtime([]() -> rt::task<> {
    auto first =
        co_await rt::select(after(3600s, 1), after(1ms, std::string("b")));
    EXPECT_EQ(first.index(), 1u);
    EXPECT_EQ(std::get<1>(first), "b");
  });
}

TEST(Select, StopsTheLosersAndAwaitsThem) {
  on_each_runtime([]() -> rt::task<> {
    co_await rt::select(sleeps(1ms), sleeps(3600s), after(3600s, 2));
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Select, ThrowsWhatTheFirstOneThrew) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::select(sleeps(3600s), fails_at_once());
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Select, DoesNotBeginTheOthersIfTheFirstIsDoneAtOnce) {
  on_each_runtime([]() -> rt::task<> {
    bool began = false;
    auto begins = [](bool &flag) -> rt::task<> {
      flag = true;
      co_return;
    };
    auto nothing = []() -> rt::task<> { co_return; };
    auto first = co_await rt::select(nothing(), begins(began));
    EXPECT_EQ(first.index(), 0u);
    EXPECT_FALSE(began);
  });
}

TEST(Race, GivesTheValueOfTheFirst) {
  on_each_runtime([]() -> rt::task<> {
    EXPECT_EQ(
        co_await rt::race(after(3600s, 1), after(1ms, 2), after(3600s, 3)), 2);
    std::vector<rt::task<int>> many;
    for (int i = 0; i != 20; ++i)
      many.push_back(after(i == 13 ? 1ms : 3600s, i));
    EXPECT_EQ(co_await rt::race(std::move(many)), 13);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Race, OfNoTasksIsRefused) {
  EXPECT_THROW(static_cast<void>(rt::race(std::vector<rt::task<int>>())),
               std::invalid_argument);
}

TEST(Select, HasOneWinnerHoweverCloseTheRaceIs) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 1000; ++i) {
      auto runner = [](int turns) -> rt::task<int> {
        const counted alive;
        for (int left = turns; left != 0; --left)
          co_await rt::yield();
        co_return turns;
      };
      auto first = co_await rt::select(runner(i % 3), runner((i + 1) % 3),
                                       runner((i + 2) % 3));
      EXPECT_LT(first.index(), 3u);
      EXPECT_EQ(counted::living(), 0);
    }
  });
}

} // namespace
