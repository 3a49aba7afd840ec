#include "corolint/rt/spawn.hpp"
#include "Support.h"
#include "corolint/rt/lost_failure.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <functional>
#include <gtest/gtest.h>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> fails_later() {
  co_await rt::yield();
  throw std::runtime_error("lost");
}

TEST(Spawn, RunsBesideWhoSpawned) {
  on_each_runtime([]() -> rt::task<> {
    auto slow = rt::spawn(after(20ms, 1));
    auto fast = rt::spawn(after(1ms, 2));
    EXPECT_EQ(co_await std::move(fast), 2);
    EXPECT_EQ(co_await std::move(slow), 1);
  });
}

TEST(Spawn, ThrowsOutsideOfARuntime) {
  EXPECT_THROW(static_cast<void>(rt::spawn(after(1ms, 1))), rt::no_runtime);
}

TEST(Spawn, ThrowsIfThereIsNothingToRun) {
  on_each_runtime([]() -> rt::task<> {
    EXPECT_THROW(static_cast<void>(rt::spawn(rt::task<int>())),
                 rt::task_consumed);
    co_return;
  });
}

TEST(Spawn, CopiesACallableAndItsArgumentsIntoTheTask) {
  on_each_runtime([]() -> rt::task<> {
    std::vector<rt::join_handle<int>> handles;
    for (int i = 0; i != 10; ++i) {
      int captured = i;
      handles.push_back(rt::spawn(
          [captured](int added) -> rt::task<int> {
            co_await rt::yield();
            co_return captured + added;
          },
          100));
    }
    int sum = 0;
    for (auto &each : handles)
      sum += co_await std::move(each);
    EXPECT_EQ(sum, 1045);
  });
}

TEST(Spawn, DestroysTheParametersOfATaskAtItsEndAndNotWithTheHandle) {
  on_each_runtime([]() -> rt::task<> {
    std::atomic<bool> ended{false};
    auto handle = rt::spawn(
        [](ends<std::atomic<bool>>) -> rt::task<> { co_await rt::yield(); },
        ends(ended));
    co_await until([&] { return ended.load(); });
    co_await std::move(handle);
  });
}

TEST(JoinHandle, ThrowsWhatTheTaskThrew) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(fails_later());
    bool caught = false;
    try {
      co_await std::move(handle);
    } catch (const std::runtime_error &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
}

TEST(JoinHandle, ThrowsIfTheTaskWasAborted) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(after(1h, 1));
    co_await rt::sleep_for(1ms);
    handle.abort();
    bool caught = false;
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(JoinHandle, ThrowsIfItIsAwaitedTwice) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(after(1ms, 1));
    co_await std::move(handle);
    bool caught = false;
    try {
      co_await std::move(handle);
    } catch (const rt::task_consumed &) {
      caught = true;
    }
    EXPECT_TRUE(caught);
  });
}

TEST(JoinHandle, StopsTheTaskWhenItIsDropped) {
  on_each_runtime([]() -> rt::task<> {
    {
      auto dropped = rt::spawn(after(1h, 1));
    }
    co_await until([] { return counted::living() == 0; });
  });
}

TEST(JoinHandle, LetsTheTaskRunOnWhenItIsDetached) {
  on_each_runtime([]() -> rt::task<> {
    static std::atomic<int> ran{0};
    ran = 0;
    rt::spawn([]() -> rt::task<> {
      co_await rt::sleep_for(2ms);
      ++ran;
    }).detach();
    co_await until([] { return ran == 1; });
  });
}

std::atomic<int> lost{0};

TEST(JoinHandle, ReportsAFailureThatNobodyLooksAt) {
  const auto before =
      rt::set_lost_failure_handler([](std::exception_ptr) noexcept { ++lost; });
  lost = 0;
  on_each_runtime([]() -> rt::task<> {
    const int already = lost;
    rt::spawn(fails_later()).detach();
    co_await until([&] { return lost == already + 1; });
    auto dropped_late = rt::spawn(fails_later());
    co_await until([&] { return dropped_late.is_done(); });
    EXPECT_EQ(lost, already + 1);
    dropped_late = {};
    EXPECT_EQ(lost, already + 2);
  });
  rt::set_lost_failure_handler(before);
}

TEST(JoinHandle, LeavesTheTaskRunningIfWhoAwaitsItIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    auto inner = rt::spawn(after(5ms, 3));
    auto outer = rt::spawn(
        [](rt::join_handle<int> &joined) -> rt::task<> {
          co_await rt::sleep_for(1h);
          co_await std::move(joined);
        },
        std::ref(inner));
    outer.abort();
    co_await rt::sleep_for(1ms);
    EXPECT_EQ(co_await std::move(inner), 3);
  });
}

TEST(JoinHandle, SurvivesAbortsThatRaceWithTheEnd) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 2000; ++i) {
      auto inner = rt::spawn(after(0ms, 1));
      auto outer = rt::spawn(
          [](rt::join_handle<int> joined) -> rt::task<int> {
            co_return co_await std::move(joined);
          },
          std::move(inner));
      if (i % 3 != 0)
        co_await rt::yield();
      if (i % 7 == 0)
        co_await rt::sleep_for(0ms);
      outer.abort();
      try {
        EXPECT_EQ(co_await std::move(outer), 1);
      } catch (const rt::task_stopped &) {
      }
    }
    co_await until([] { return counted::living() == 0; });
  });
}

TEST(SpawnLocal, StaysOnTheThreadOfWhoSpawned) {
  on_each_runtime([]() -> rt::task<> {
    auto local = rt::spawn_local([]() -> rt::task<int> {
      const auto home = std::this_thread::get_id();
      int moved = 0;
      for (int i = 0; i != 100; ++i) {
        co_await rt::yield();
        moved += std::this_thread::get_id() != home;
        if (i % 10 == 0)
          co_await rt::sleep_for(0ms);
        moved += std::this_thread::get_id() != home;
      }
      co_return moved;
    });
    EXPECT_EQ(co_await std::move(local), 0);
  });
}

} // namespace
