#include "corolint/rt/runtime.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>
#include <set>
#include <stdexcept>
#include <sys/resource.h>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<int> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
  co_return times;
}

TEST(Runtime, HasAsManyWorkersAsItWasTold) {
  EXPECT_EQ(rt::runtime::builder{}.workers(3).build().workers(), 3u);
  EXPECT_GE(rt::runtime().workers(), 1u);
}

TEST(Runtime, RunsTasksOfSeveralThreadsThatBlockOnIt) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  std::atomic<int> sum{0};
  {
    std::vector<std::jthread> threads;
    for (int i = 0; i != 4; ++i)
      threads.emplace_back([&] {
        for (int j = 0; j != 200; ++j)
          sum += pool.block_on(yields(3));
      });
  }
  EXPECT_EQ(sum, 2400);
}

TEST(Runtime, RefusesBlockOnInsideOfATask) {
  rt::runtime pool = rt::runtime::builder{}.workers(1).build();
  EXPECT_THROW(pool.block_on([](rt::runtime &pool) -> rt::task<> {
    pool.block_on(yields(1));
    co_return;
  }(pool)),
               rt::nested_block_on);
  rt::current_thread thread;
  EXPECT_THROW(thread.block_on([]() -> rt::task<> {
    rt::block_on(yields(1));
    co_return;
  }()),
               rt::nested_block_on);
}

TEST(Runtime, ExistsBesideAnotherOne) {
  rt::runtime first = rt::runtime::builder{}.workers(1).build();
  rt::runtime second = rt::runtime::builder{}.workers(1).build();
  auto who = []() -> rt::task<std::thread::id> {
    co_await rt::yield();
    co_return std::this_thread::get_id();
  };
  EXPECT_NE(first.block_on(who()), second.block_on(who()));
}

TEST(Runtime, SpreadsSpawnedWorkOverItsWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  const auto seen = pool.block_on([]() -> rt::task<std::size_t> {
    std::vector<rt::join_handle<std::thread::id>> handles;
    for (int i = 0; i != 50; ++i)
      handles.push_back(rt::spawn([]() -> rt::task<std::thread::id> {
        // Computes for a while, so that the other worker finds something.
        const auto until = std::chrono::steady_clock::now() + 1ms;
        while (std::chrono::steady_clock::now() < until)
          ;
        co_return std::this_thread::get_id();
      }));
    std::set<std::thread::id> threads;
    for (auto &each : handles)
      threads.insert(co_await std::move(each));
    co_return threads.size();
  }());
  EXPECT_EQ(seen, 2u);
}

TEST(Runtime, UsesNoProcessorTimeWhileItHasNothingToDo) {
  // The thread that watches a checked runtime wakes up now and then.
  rt::runtime pool =
      rt::runtime::builder{}.workers(2).checked(rt::checked_level::off).build();
  pool.block_on(yields(10));
  rusage before{}, after{};
  std::this_thread::sleep_for(50ms);
  getrusage(RUSAGE_SELF, &before);
  std::this_thread::sleep_for(300ms);
  getrusage(RUSAGE_SELF, &after);
  EXPECT_LE(after.ru_nvcsw - before.ru_nvcsw, 5);
}

TEST(CurrentThread, RunsEverythingOnTheThreadOfItsOwner) {
  rt::current_thread thread;
  const auto here = std::this_thread::get_id();
  thread.block_on([](std::thread::id here) -> rt::task<> {
    auto other = rt::spawn([]() -> rt::task<std::thread::id> {
      co_await rt::sleep_for(1ms);
      co_return std::this_thread::get_id();
    });
    EXPECT_EQ(co_await std::move(other), here);
  }(here));
}

TEST(CurrentThread, RunsWhatIsReadyAndReturns) {
  rt::current_thread thread;
  EXPECT_EQ(thread.run_once(), 0u);
  int steps = 0;
  thread.block_on([](int &steps) -> rt::task<> {
    rt::spawn(
        [](int &steps) -> rt::task<> {
          for (; steps != 3; ++steps)
            co_await rt::sleep_for(2ms);
        },
        std::ref(steps))
        .detach();
    co_return;
  }(steps));
  const auto limit = std::chrono::steady_clock::now() + 10s;
  while (steps != 3 && std::chrono::steady_clock::now() < limit) {
    thread.run_once();
    std::this_thread::sleep_for(1ms);
  }
  EXPECT_EQ(steps, 3);
}

TEST(Yield, LetsTheOthersRunInTurn) {
  rt::current_thread thread;
  std::vector<int> order;
  thread.block_on([](std::vector<int> &order) -> rt::task<> {
    auto takes_turns = [](std::vector<int> &order, int who) -> rt::task<> {
      for (int i = 0; i != 3; ++i) {
        order.push_back(who);
        co_await rt::yield();
      }
    };
    co_await rt::join(takes_turns(order, 1), takes_turns(order, 2));
  }(order));
  EXPECT_EQ(order, (std::vector<int>{1, 2, 1, 2, 1, 2}));
}

TEST(Scheduler, LetsNoTaskStarveBesidesTwoThatWakeEachOther) {
  rt::runtime pool = rt::runtime::builder{}.workers(1).build();
  pool.block_on([]() -> rt::task<> {
    std::atomic<bool> stop{false};
    auto spins = [](std::atomic<bool> &stop) -> rt::task<> {
      while (!stop)
        co_await rt::yield();
    };
    auto ends = [](std::atomic<bool> &stop) -> rt::task<> {
      for (int i = 0; i != 20; ++i)
        co_await rt::sleep_for(1ms);
      stop = true;
    };
    co_await rt::join(spins(stop), spins(stop), ends(stop));
  }());
}

TEST(Scheduler, RunsATreeOfSpawnsOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  struct tree {
    static rt::task<long> sum(int depth) {
      if (depth == 0)
        co_return 1;
      auto left = rt::spawn(sum(depth - 1));
      const long right = co_await sum(depth - 1);
      co_return right + co_await std::move(left);
    }
  };
  for (int round = 0; round != 5; ++round)
    EXPECT_EQ(pool.block_on(tree::sum(12)), 4096);
}

} // namespace
