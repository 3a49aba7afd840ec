#include "corolint/rt/blocking.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(SpawnBlocking, RunsTheCallOnAnotherThreadAndGivesItsValue) {
  on_each_runtime([]() -> rt::task<> {
    const auto here = std::this_thread::get_id();
    const auto there =
        co_await rt::spawn_blocking([] { return std::this_thread::get_id(); });
    EXPECT_NE(here, there);
    EXPECT_EQ(
        co_await rt::spawn_blocking([](int a, int b) { return a + b; }, 3, 4),
        7);
    co_await rt::spawn_blocking([] {});
  });
}

TEST(SpawnBlocking, MovesArgumentsThatOnlyMove) {
  on_each_runtime([]() -> rt::task<> {
    auto owned = std::make_unique<int>(5);
    auto back = co_await rt::spawn_blocking(
        [](std::unique_ptr<int> value) { return value; }, std::move(owned));
    EXPECT_EQ(*back, 5);
  });
}

TEST(SpawnBlocking, ThrowsWhatTheCallThrew) {
  on_each_runtime([]() -> rt::task<> {
    bool caught = false;
    try {
      co_await rt::spawn_blocking([] { throw std::runtime_error("there"); });
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
}

TEST(SpawnBlocking, LetsOtherTasksRunMeanwhile) {
  rt::current_thread thread;
  int ticks = 0;
  thread.block_on([](int &ticks) -> rt::task<> {
    auto blocks = []() -> rt::task<> {
      co_await rt::spawn_blocking([] { std::this_thread::sleep_for(20ms); });
    };
    auto counts = [](int &ticks) -> rt::task<> {
      for (; ticks != 5; ++ticks)
        co_await rt::sleep_for(1ms);
    };
    co_await rt::join(blocks(), counts(ticks));
  }(ticks));
  EXPECT_EQ(ticks, 5);
}

TEST(SpawnBlocking, UsesAtMostAsManyThreadsAsAllowed) {
  rt::runtime pool =
      rt::runtime::builder{}.workers(2).blocking_limit(3).build();
  std::atomic<int> at_once{0}, most{0};
  pool.block_on(
      [](std::atomic<int> &at_once, std::atomic<int> &most) -> rt::task<> {
        std::vector<rt::task<>> all;
        for (int i = 0; i != 30; ++i)
          all.push_back([](std::atomic<int> &at_once,
                           std::atomic<int> &most) -> rt::task<> {
            co_await rt::spawn_blocking([&] {
              const int now = ++at_once;
              int seen = most;
              while (seen < now && !most.compare_exchange_weak(seen, now))
                ;
              std::this_thread::sleep_for(1ms);
              --at_once;
            });
          }(at_once, most));
        co_await rt::join_all(std::move(all));
      }(at_once, most));
  EXPECT_GE(most, 2);
  EXPECT_LE(most, 3);
}

TEST(SpawnBlocking, DoesNotBeginACallThatWasStoppedInTheQueue) {
  rt::runtime pool =
      rt::runtime::builder{}.workers(1).blocking_limit(1).build();
  std::atomic<bool> ran{false};
  pool.block_on([](std::atomic<bool> &ran) -> rt::task<> {
    auto occupies = rt::spawn([]() -> rt::task<> {
      co_await rt::spawn_blocking([] { std::this_thread::sleep_for(30ms); });
    });
    co_await rt::sleep_for(2ms);
    auto waits = [](std::atomic<bool> &ran) -> rt::task<> {
      co_await rt::spawn_blocking([&] { ran = true; });
    };
    EXPECT_FALSE((co_await rt::timeout(2ms, waits(ran))).has_value());
    co_await std::move(occupies);
  }(ran));
  EXPECT_FALSE(ran);
}

TEST(SpawnBlocking, TellsACallThatTakesAStopTokenToStop) {
  on_each_runtime([]() -> rt::task<> {
    auto began = std::make_shared<std::atomic<bool>>(false);
    auto ended = std::make_shared<std::atomic<bool>>(false);
    auto handle = rt::spawn(
        [](auto began, auto ended) -> rt::task<> {
          co_await rt::spawn_blocking(
              [](std::stop_token stop, auto began, auto ended) {
                *began = true;
                while (!stop.stop_requested())
                  std::this_thread::sleep_for(1ms);
                *ended = true;
              },
              began, ended);
        },
        began, ended);
    co_await until([&] { return began->load(); });
    handle.abort();
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
    }
    co_await until([&] { return ended->load(); });
  });
}

TEST(SpawnBlocking, SurvivesStopsAtAnyMoment) {
  on_each_runtime([]() -> rt::task<> {
    auto calls = []() -> rt::task<> {
      const counted alive;
      for (;;)
        co_await rt::spawn_blocking([] { std::this_thread::yield(); });
    };
    for (int i = 0; i != 200; ++i)
      EXPECT_FALSE((co_await rt::timeout(1ms, calls())).has_value());
    EXPECT_EQ(counted::living(), 0);
  });
}

} // namespace
