#include "corolint/rt/scope.hpp"
#include "Support.h"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>
#include <stdexcept>
#include <string>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> fails(std::chrono::milliseconds span) {
  co_await rt::sleep_for(span);
  throw std::runtime_error("in the scope");
}

TEST(Scope, EndsAfterEverythingThatWasSpawnedInIt) {
  on_each_runtime([]() -> rt::task<> {
    std::atomic<int> sum{0};
    const int value =
        co_await rt::with_scope([&](rt::scope &s) -> rt::task<int> {
          for (int i = 0; i != 100; ++i)
            s.spawn([&sum, i]() -> rt::task<> {
              co_await rt::sleep_for(std::chrono::milliseconds(i % 5));
              sum += i;
            });
          co_return 7;
        });
    EXPECT_EQ(value, 7);
    EXPECT_EQ(sum, 4950);
  });
}

TEST(Scope, IsSpawnedIntoByItsOwnTasks) {
  on_each_runtime([]() -> rt::task<> {
    std::atomic<int> count{0};
    co_await rt::with_scope([&](rt::scope &s) -> rt::task<> {
      struct tree {
        static rt::task<> grow(rt::scope &s, std::atomic<int> &count,
                               int depth) {
          ++count;
          if (depth == 0)
            co_return;
          co_await rt::yield();
          s.spawn(grow(s, count, depth - 1));
          s.spawn(grow(s, count, depth - 1));
        }
      };
      s.spawn(tree::grow(s, count, 7));
      co_return;
    });
    EXPECT_EQ(count, 255);
  });
}

TEST(Scope, StopsTheRestAtTheFirstFailureAndThrowsIt) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::with_scope([](rt::scope &s) -> rt::task<> {
        for (int i = 0; i != 10; ++i)
          s.spawn(sleeps(3600s));
        s.spawn(fails(1ms));
        co_await rt::sleep_for(3600s);
      });
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Scope, StopsItsTasksIfTheBodyFails) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::with_scope([](rt::scope &s) -> rt::task<> {
        s.spawn(sleeps(3600s));
        co_await rt::yield();
        throw std::runtime_error("body");
      });
    } catch (const std::runtime_error &error) {
      caught = std::string(error.what()) == "body";
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Scope, IsStoppedWithAllThatRunsInIt) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 100; ++i) {
      auto done = co_await rt::timeout(1ms, []() -> rt::task<> {
        co_await rt::with_scope([](rt::scope &s) -> rt::task<> {
          for (;;) {
            s.spawn(sleeps(3600s));
            co_await rt::yield();
          }
        });
      }());
      EXPECT_FALSE(done.has_value());
      EXPECT_EQ(counted::living(), 0);
    }
  });
}

TEST(JoinSet, GivesResultsInTheOrderOfTheirEnds) {
  rt::current_thread thread;
  thread.pause_clock();
  std::vector<int> order;
  thread.block_on([](std::vector<int> &order) -> rt::task<> {
    rt::join_set<int> set;
    for (int span : {30, 10, 20})
      set.spawn([](int span) -> rt::task<int> {
        co_await rt::sleep_for(std::chrono::milliseconds(span));
        co_return span;
      }(span));
    EXPECT_EQ(set.size(), 3u);
    while (auto ended = co_await set.next())
      order.push_back(*ended);
    EXPECT_TRUE(set.empty());
  }(order));
  EXPECT_EQ(order, (std::vector<int>{10, 20, 30}));
}

TEST(JoinSet, ThrowsTheFailureOfATaskAndGoesOn) {
  on_each_runtime([]() -> rt::task<> {
    std::atomic<bool> caught = false;
    rt::join_set<void> set;
    set.spawn(fails(1ms));
    set.spawn(until([&caught] { return caught.load(); }));
    try {
      co_await set.next();
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_TRUE(co_await set.next());
    EXPECT_FALSE(co_await set.next());
  });
}

TEST(JoinSet, StopsItsTasksWhenItIsDropped) {
  on_each_runtime([]() -> rt::task<> {
    {
      rt::join_set<void> set;
      for (int i = 0; i != 10; ++i)
        set.spawn(sleeps(3600s));
      co_await rt::yield();
    }
    co_await until([] { return counted::living() == 0; });
  });
}

TEST(JoinSet, GivesTasksThatWereStoppedBeforeTheyBegan) {
  rt::block_on([]() -> rt::task<> {
    rt::join_set<void> set;
    for (int i = 0; i != 3; ++i)
      set.spawn(sleeps(3600s));
    set.abort_all();
    int stopped = 0;
    while (!set.empty())
      try {
        co_await set.next();
      } catch (const rt::task_stopped &) {
        ++stopped;
      }
    EXPECT_EQ(stopped, 3);
  }());
}

TEST(JoinSet, LosesNoResultWhenWhoAsksIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::join_set<int> set;
    for (int i = 0; i != 200; ++i)
      set.spawn([](int i) -> rt::task<int> {
        co_await rt::sleep_for(std::chrono::microseconds(50 * i));
        co_return i;
      }(i));
    int sum = 0;
    while (!set.empty()) {
      auto got = co_await rt::timeout(20us, set.next());
      if (got)
        sum += got->value();
    }
    EXPECT_EQ(sum, 199 * 200 / 2);
  });
}

std::atomic<int> failures_lost{0};

TEST(JoinSet, ReportsTheFailuresThatNobodyTook) {
  const auto before = rt::set_lost_failure_handler(
      [](std::exception_ptr) noexcept { ++failures_lost; });
  on_each_runtime([]() -> rt::task<> {
    failures_lost = 0;
    {
      rt::join_set<void> set;
      set.spawn(fails(0ms));
      set.spawn(fails(0ms));
      EXPECT_THROW(
          {
            auto next = set.next();
            co_await std::move(next);
          },
          std::runtime_error);
      co_await rt::sleep_for(5ms);
    }
    co_await until([] { return failures_lost == 1; });
  });
  rt::set_lost_failure_handler(before);
}

} // namespace
