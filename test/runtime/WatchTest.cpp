#include "corolint/rt/watch.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <functional>
#include <string>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

/// Waits for changes up to the end; returns the last value that it saw.
rt::task<int> follow(rt::watch_receiver<int> from) {
  int last = *from.borrow();
  while (co_await from.changed()) {
    const int now = *from.borrow();
    EXPECT_GE(now, last);
    last = now;
  }
  co_return last;
}

TEST(Watch, KeepsTheLatestValueOnly) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch<std::string>("first");
    EXPECT_EQ(*rx.borrow(), "first");
    EXPECT_FALSE(rx.has_changed());
    tx.send("second");
    tx.send("third");
    EXPECT_TRUE(rx.has_changed());
    EXPECT_TRUE(co_await rx.changed());
    EXPECT_FALSE(rx.has_changed());
    EXPECT_EQ(*rx.borrow(), "third");
    EXPECT_EQ(*tx.borrow(), "third");
  });
}

TEST(Watch, WakesAllReceiversThatWait) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch(0);
    std::vector<rt::join_handle<int>> all;
    for (int i = 0; i != 4; ++i)
      all.push_back(rt::spawn(follow(rx)));
    for (int i = 1; i != 4; ++i) {
      co_await rt::sleep_for(1ms);
      tx.send(i);
    }
    {
      const auto gone = std::move(tx);
    }
    for (auto &each : all)
      EXPECT_EQ(co_await std::move(each), 3);
  });
}

TEST(Watch, ShowsTheLastValueBeforeItTellsThatTheSendersHaveGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch(0);
    tx.send(1);
    {
      const auto gone = std::move(tx);
    }
    EXPECT_TRUE(rx.is_closed());
    EXPECT_TRUE(co_await rx.changed());
    EXPECT_EQ(*rx.borrow(), 1);
    EXPECT_EQ((co_await rx.changed()).error(), rt::closed());
    EXPECT_EQ(*rx.borrow(), 1);
  });
}

TEST(Watch, LetsEachReceiverSeeByItself) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch(0);
    tx.send(1);
    auto copy = rx;
    auto later = tx.subscribe();
    EXPECT_EQ(tx.receivers(), 3u);
    EXPECT_TRUE(rx.has_changed());
    EXPECT_TRUE(co_await rx.changed());
    EXPECT_TRUE(copy.has_changed());
    EXPECT_FALSE(later.has_changed());
  });
}

TEST(Watch, CanBeFollowedAgainWhenAllReceiversHaveGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch(0);
    {
      const auto gone = std::move(rx);
    }
    EXPECT_EQ(tx.receivers(), 0u);
    tx.send(1);
    auto again = tx.subscribe();
    EXPECT_EQ(*again.borrow(), 1);
    tx.send(2);
    EXPECT_TRUE(co_await again.changed());
  });
}

TEST(Watch, LeavesAValueAsItIsWhileItIsHeld) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch<std::string>("old");
    const auto held = rx.borrow();
    tx.send("new");
    EXPECT_EQ(*held, "old");
    co_return;
  });
}

TEST(Watch, LosesNoChangeToAStop) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::watch(0);
    const auto wait = [](rt::watch_receiver<int> &from) -> rt::task<> {
      EXPECT_TRUE(co_await from.changed());
    };
    EXPECT_FALSE(co_await rt::timeout(1ms, wait(rx)));
    tx.send(1);
    EXPECT_TRUE(rx.has_changed());
    EXPECT_TRUE(co_await rt::timeout(1h, wait(rx)));
  });
}

TEST(Watch, IsSeenToTheEndByReceiversOnAllWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  auto [tx, rx] = rt::watch(0);
  std::thread sending([to = std::move(tx)]() mutable {
    const auto kept = std::move(to);
    for (int i = 1; i <= 2000; ++i)
      kept.send(i);
  });
  pool.block_on([](rt::watch_receiver<int> from) -> rt::task<> {
    std::vector<rt::join_handle<int>> all;
    for (int i = 0; i != 4; ++i)
      all.push_back(rt::spawn(follow(from)));
    for (int i = 0; i != 50; ++i) {
      auto stopped = rt::spawn(follow(from));
      co_await rt::yield();
      stopped.abort();
      try {
        co_await std::move(stopped);
      } catch (const rt::task_stopped &) {
      }
    }
    for (auto &each : all)
      EXPECT_EQ(co_await std::move(each), 2000);
  }(std::move(rx)));
  sending.join();
}

} // namespace
