#include "corolint/rt/time.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <chrono>
#include <ctime>
#include <functional>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(Sleep, NeverEndsEarly) {
  on_each_runtime([]() -> rt::task<> {
    for (auto span : {0ms, 1ms, 5ms, 20ms, 70ms}) {
      const auto begin = std::chrono::steady_clock::now();
      co_await rt::sleep_for(span);
      EXPECT_GE(std::chrono::steady_clock::now() - begin, span);
    }
    const auto deadline = std::chrono::steady_clock::now() + 10ms;
    co_await rt::sleep_until(deadline);
    EXPECT_GE(std::chrono::steady_clock::now(), deadline);
  });
}

TEST(Sleep, OfNoTimeOrNegativeTimeEnds) {
  on_each_runtime([]() -> rt::task<> {
    co_await rt::sleep_for(0ms);
    co_await rt::sleep_for(-5s);
    co_await rt::sleep_until(std::chrono::steady_clock::time_point::min());
  });
}

TEST(Sleep, OfYearsIsStoppedAtOnce) {
  on_each_runtime([]() -> rt::task<> {
    auto forever = rt::spawn([]() -> rt::task<> {
      co_await rt::sleep_for(std::chrono::hours(24 * 365 * 200));
    });
    co_await rt::sleep_for(1ms);
    forever.abort();
    bool stopped = false;
    try {
      co_await std::move(forever);
    } catch (const rt::task_stopped &) {
      stopped = true;
    }
    EXPECT_TRUE(stopped);
  });
}

TEST(Now, IsTheTimeOfTheRuntime) {
  rt::current_thread thread;
  const auto before = rt::clock::now();
  thread.block_on([](rt::clock::time_point before) -> rt::task<> {
    const auto told = rt::now();
    EXPECT_GE(told, before);
    EXPECT_LE(told, rt::clock::now());
    co_return;
  }(before));
  thread.pause_clock();
  thread.block_on([]() -> rt::task<> {
    const auto begin = rt::now();
    co_await rt::sleep_until(begin + 1000h);
    EXPECT_EQ(rt::now() - begin, 1000h);
  }());
  EXPECT_THROW(rt::now(), rt::no_runtime);
}

TEST(TestClock, LetsTimePassWhenEveryTaskWaits) {
  rt::current_thread thread;
  thread.pause_clock();
  const auto begin = std::chrono::steady_clock::now();
  std::vector<int> order;
  thread.block_on([](std::vector<int> &order) -> rt::task<> {
    auto waits = [](std::vector<int> &order, int hours) -> rt::task<> {
      co_await rt::sleep_for(std::chrono::hours(hours));
      order.push_back(hours);
    };
    co_await rt::join(waits(order, 30), waits(order, 1), waits(order, 700));
  }(order));
  EXPECT_EQ(order, (std::vector<int>{1, 30, 700}));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
}

TEST(TestClock, PassesByHandWhileItIsPaused) {
  rt::current_thread thread;
  thread.pause_clock();
  bool woken = false;
  auto sleeper =
      thread.block_on([](bool &woken) -> rt::task<rt::join_handle<void>> {
        co_return rt::spawn(
            [](bool &woken) -> rt::task<> {
              co_await rt::sleep_for(1s);
              woken = true;
            },
            std::ref(woken));
      }(woken));
  thread.run_once();
  EXPECT_FALSE(woken);
  thread.advance(500ms);
  thread.run_once();
  EXPECT_FALSE(woken);
  thread.advance(600ms);
  thread.run_once();
  EXPECT_TRUE(woken);
  std::move(sleeper).detach();
}

TEST(Sleep, WakesThousandsInTheOrderOfTheirDeadlines) {
  rt::current_thread thread;
  thread.pause_clock();
  std::vector<int> order;
  thread.block_on([](std::vector<int> &order) -> rt::task<> {
    std::vector<rt::task<>> all;
    for (int i = 0; i != 5000; ++i)
      all.push_back([](std::vector<int> &order, int due) -> rt::task<> {
        co_await rt::sleep_for(std::chrono::milliseconds(due));
        order.push_back(due);
      }(order, (i * 7919) % 100'000));
    co_await rt::join_all(std::move(all));
  }(order));
  EXPECT_EQ(order.size(), 5000u);
  EXPECT_TRUE(std::is_sorted(order.begin(), order.end()));
}

/// Processor time that this thread has used.
std::chrono::nanoseconds used_time() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) +
         std::chrono::nanoseconds(time.tv_nsec);
}

// A runtime that looks at all sleepers for each of them takes minutes for this,
// this one a fraction of a second. The bound leaves room for sanitizers.
TEST(Sleep, CostsEachOfAHundredThousandSleepersTheSame) {
  rt::current_thread thread;
  thread.pause_clock();
  const auto begin = used_time();
  thread.block_on([]() -> rt::task<> {
    constexpr int many = 100'000;
    std::vector<rt::join_handle<void>> sleepers;
    sleepers.reserve(many);
    for (int i = 0; i != many; ++i)
      sleepers.push_back(
          rt::spawn(sleeps(std::chrono::milliseconds(i * 7919LL % 60'000))));
    for (auto &each : sleepers)
      co_await std::move(each);
    EXPECT_EQ(counted::living(), 0);

    sleepers.clear();
    for (int i = 0; i != many; ++i)
      sleepers.push_back(
          rt::spawn(sleeps(std::chrono::hours(1 + i * 7919LL % 1000))));
    co_await until([] { return counted::living() == many; });
    sleepers.clear(); // stops them
    co_await until([] { return counted::living() == 0; });
  }());
  EXPECT_LT(used_time() - begin, 60s);
}

TEST(Timeout, GivesTheValueOfWhatIsDoneInTime) {
  on_each_runtime([]() -> rt::task<> {
    auto done = co_await rt::timeout(10s, []() -> rt::task<int> {
      co_await rt::yield();
      co_return 5;
    }());
    EXPECT_TRUE(done.has_value());
    EXPECT_EQ(*done, 5);
    EXPECT_TRUE((co_await rt::timeout(10s, sleeps(1ms))).has_value());
  });
}

TEST(Timeout, StopsAndAwaitsWhatIsTooLate) {
  on_each_runtime([]() -> rt::task<> {
    auto late = co_await rt::timeout(2ms, sleeps(3600s));
    EXPECT_FALSE(late.has_value());
    EXPECT_EQ(counted::living(), 0);
    auto at = co_await rt::timeout_at(std::chrono::steady_clock::now() + 2ms,
                                      sleeps(3600s));
    EXPECT_FALSE(at.has_value());
  });
}

TEST(Timeout, ThrowsWhatTheTaskThrew) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      static_cast<void>(co_await rt::timeout(10s, []() -> rt::task<> {
        co_await rt::yield();
        throw std::runtime_error("in time");
      }()));
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
}

TEST(Timeout, SurvivesDeadlinesThatRaceWithTheEndAndWithStops) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 500; ++i) {
      auto limited = rt::spawn([]() -> rt::task<> {
        static_cast<void>(co_await rt::timeout(1ms, sleeps(1ms)));
      });
      if (i % 2 == 0) {
        co_await rt::sleep_for(1ms);
        limited.abort();
      }
      try {
        co_await std::move(limited);
      } catch (const rt::task_stopped &) {
      }
      EXPECT_EQ(counted::living(), 0);
    }
  });
}

} // namespace
