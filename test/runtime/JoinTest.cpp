#include "corolint/rt/join.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<int> fails(std::chrono::milliseconds span, const char *why) {
  const counted alive;
  co_await rt::sleep_for(span);
  throw std::runtime_error(why);
}
rt::task<int> at_once(int value) { co_return value; }

TEST(Join, GivesTheValuesOfTasksOfDifferentTypes) {
  on_each_runtime([]() -> rt::task<> {
    auto [number, nothing, text] = co_await rt::join(
        after(2ms, 7), sleeps(1ms), after(0ms, std::string("x")));
    EXPECT_EQ(number, 7);
    EXPECT_EQ(nothing, std::monostate());
    EXPECT_EQ(text, "x");
  });
}

TEST(Join, RunsItsTasksAtTheSameTime) {
  rt::current_thread thread;
  thread.pause_clock();
  const auto before = thread.scheduler().now();
  thread.block_on([]() -> rt::task<> {
    co_await rt::join(sleeps(1000ms), sleeps(2000ms), sleeps(1500ms));
  }());
  const auto passed = thread.scheduler().now() - before;
  EXPECT_GE(passed, 2000u);
  EXPECT_LE(passed, 2010u);
}

TEST(Join, OfTasksThatAreDoneAtOnceDoesNotSuspend) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 1000; ++i) {
      auto [one, two] = co_await rt::join(at_once(i), at_once(-i));
      EXPECT_EQ(one + two, 0);
    }
  });
}

TEST(Join, WaitsForTheOthersAfterAFailure) {
  on_each_runtime([]() -> rt::task<> {
    bool other_ended = false;
    auto slow = [](bool &ended) -> rt::task<> {
      co_await rt::sleep_for(5ms);
      ended = true;
    };
    bool caught = false;
    try {
      co_await rt::join(fails(1ms, "first"), slow(other_ended));
    } catch (const std::runtime_error &error) {
      caught = std::string(error.what()) == "first";
    }
    EXPECT_TRUE(caught);
    EXPECT_TRUE(other_ended);
  });
}

TEST(Join, DestroysTheParametersOfATaskBeforeTheOthersHaveEnded) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    bool ended = false;
    auto first = [](ends<bool>) -> rt::task<> { co_await rt::yield(); };
    auto second = [](bool &ended) -> rt::task<> {
      co_await until([&] { return ended; });
    };
    co_await rt::join(first(ends(ended)), second(ended));
  }());
}

TEST(Join, ThrowsIfOneOfItsTasksIsEmpty) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::join(at_once(1), rt::task<int>());
    } catch (const rt::task_consumed &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
}

TEST(JoinAll, GivesTheValuesInTheOrderOfTheTasks) {
  on_each_runtime([]() -> rt::task<> {
    std::vector<rt::task<int>> work;
    for (int i = 0; i != 50; ++i)
      work.push_back(after(std::chrono::milliseconds((50 - i) % 7), i));
    const std::vector<int> values = co_await rt::join_all(std::move(work));
    EXPECT_EQ(values.size(), 50u);
    for (int i = 0; i != 50; ++i)
      EXPECT_EQ(values[static_cast<std::size_t>(i)], i);
  });
}

TEST(JoinAll, OfNothingIsDoneAtOnce) {
  on_each_runtime([]() -> rt::task<> {
    EXPECT_TRUE((co_await rt::join_all(std::vector<rt::task<int>>())).empty());
    co_await rt::join_all(std::vector<rt::task<>>());
  });
}

TEST(JoinAll, IsStoppedWithAllOfItsTasks) {
  on_each_runtime([]() -> rt::task<> {
    auto whole = rt::spawn([]() -> rt::task<> {
      std::vector<rt::task<>> work;
      for (int i = 0; i != 100; ++i)
        work.push_back(sleeps(3600s));
      co_await rt::join_all(std::move(work));
    });
    co_await until([] { return counted::living() == 100; });
    whole.abort();
    try {
      co_await std::move(whole);
    } catch (const rt::task_stopped &) {
    }
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(TryJoin, StopsTheOthersAtTheFirstFailureAndAwaitsThem) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::try_join(after(3600s, 1), fails(1ms, "first"),
                            sleeps(3600s));
    } catch (const std::runtime_error &error) {
      caught = std::string(error.what()) == "first";
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(TryJoin, DoesNotBeginWhatFollowsAFailureAtOnce) {
  on_each_runtime([]() -> rt::task<> {
    bool began = false;
    auto begins = [](bool &flag) -> rt::task<> {
      flag = true;
      co_return;
    };
    auto fails_at_once = []() -> rt::task<> {
      throw std::runtime_error("at once");
      co_return;
    };
    bool caught = false;
    try {
      co_await rt::try_join(fails_at_once(), begins(began));
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_FALSE(began);
  });
}

TEST(TryJoinAll, GivesAllValuesIfNothingFails) {
  on_each_runtime([]() -> rt::task<> {
    std::vector<rt::task<int>> work;
    for (int i = 0; i != 10; ++i)
      work.push_back(after(1ms, i));
    EXPECT_EQ((co_await rt::try_join_all(std::move(work))).size(), 10u);
  });
}

using text_or = rt::result<std::string, int>;

rt::task<text_or> succeeds(std::chrono::milliseconds span, std::string text) {
  const counted alive;
  co_await rt::sleep_for(span);
  co_return text;
}
template <class T>
rt::task<rt::result<T, int>> errs(std::chrono::milliseconds span, int code) {
  const counted alive;
  co_await rt::sleep_for(span);
  co_return rt::failure(code);
}
rt::task<rt::result<void, int>> is_fine() { co_return {}; }

TEST(TryJoin, OfResultsGivesATupleOfTheirValues) {
  on_each_runtime([]() -> rt::task<> {
    auto whole = co_await rt::try_join(succeeds(2ms, "a"), is_fine(),
                                       succeeds(1ms, "b"));
    EXPECT_TRUE(whole.has_value());
    auto [a, nothing, b] = *std::move(whole);
    EXPECT_EQ(a + b, "ab");
    EXPECT_EQ(nothing, std::monostate());
  });
}

TEST(TryJoin, OfResultsStopsTheOthersAtTheFirstErrorAndAwaitsThem) {
  on_each_runtime([]() -> rt::task<> {
    auto whole = co_await rt::try_join(succeeds(3600s, "never"),
                                       errs<void>(1ms, 7), is_fine());
    EXPECT_FALSE(whole.has_value());
    EXPECT_EQ(whole.error(), 7);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(TryJoin, OfResultsThrowsAnExceptionThatComesFirst) {
  on_each_runtime([]() -> rt::task<> {
    auto throws = []() -> rt::task<text_or> {
      co_await rt::yield();
      throw std::runtime_error("first");
    };
    bool caught = false;
    try {
      static_cast<void>(
          co_await rt::try_join(throws(), errs<std::string>(3600s, 7)));
    } catch (const std::runtime_error &error) {
      caught = std::string(error.what()) == "first";
    }
    EXPECT_TRUE(caught);
  });
}

TEST(TryJoinAll, OfResultsGivesAVectorOrTheFirstError) {
  on_each_runtime([]() -> rt::task<> {
    std::vector<rt::task<text_or>> work;
    for (int i = 0; i != 10; ++i)
      work.push_back(
          succeeds(std::chrono::milliseconds(10 - i), std::to_string(i)));
    auto all = co_await rt::try_join_all(std::move(work));
    EXPECT_TRUE(all.has_value());
    EXPECT_EQ(all->size(), 10u);
    EXPECT_EQ(all->front() + all->back(), "09");

    work.clear();
    work.push_back(succeeds(3600s, "never"));
    work.push_back(errs<std::string>(1ms, 8));
    all = co_await rt::try_join_all(std::move(work));
    EXPECT_FALSE(all.has_value());
    EXPECT_EQ(all.error(), 8);
    EXPECT_EQ(counted::living(), 0);

    std::vector<rt::task<rt::result<void, int>>> checks;
    checks.push_back(is_fine());
    rt::result<void, int> fine = co_await rt::try_join_all(std::move(checks));
    EXPECT_TRUE(fine.has_value());
  });
}

TEST(Join, SurvivesStopsAtAnyMoment) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 1000; ++i) {
      auto whole = rt::spawn([]() -> rt::task<> {
        co_await rt::join(sleeps(0ms), after(1ms, 1), []() -> rt::task<> {
          for (;;)
            co_await rt::yield();
        }());
      });
      for (int turns = i % 4; turns != 0; --turns)
        co_await rt::yield();
      if (i % 10 == 0)
        co_await rt::sleep_for(1ms);
      whole.abort();
      try {
        co_await std::move(whole);
      } catch (const rt::task_stopped &) {
      }
    }
    EXPECT_EQ(counted::living(), 0);
  });
}

} // namespace
