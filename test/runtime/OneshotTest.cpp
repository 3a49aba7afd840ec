#include "corolint/rt/oneshot.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <functional>
#include <memory>
#include <thread>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<rt::result<int, rt::closed>> receive(rt::oneshot_receiver<int> from) {
  co_return co_await std::move(from);
}

TEST(Oneshot, GivesTheValueThatWasSentBefore) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<std::unique_ptr<int>>();
    EXPECT_TRUE(tx.send(std::make_unique<int>(4)));
    EXPECT_EQ(**co_await std::move(rx), 4);
  });
}

TEST(Oneshot, WakesWhoWaitsForTheValue) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    auto waiting = rt::spawn(receive(std::move(rx)));
    co_await rt::sleep_for(2ms);
    EXPECT_FALSE(tx.is_closed());
    EXPECT_TRUE(tx.send(4));
    EXPECT_EQ(*co_await std::move(waiting), 4);
  });
}

TEST(Oneshot, TellsWhoWaitsThatTheSenderHasGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    auto waiting = rt::spawn(receive(std::move(rx)));
    co_await rt::sleep_for(2ms);
    tx = {};
    EXPECT_EQ((co_await std::move(waiting)).error(), rt::closed());
  });
}

TEST(Oneshot, TellsTheSenderThatNobodyWaits) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<std::shared_ptr<int>>();
    const auto value = std::make_shared<int>(1);
    rx = {};
    EXPECT_TRUE(tx.is_closed());
    EXPECT_FALSE(tx.send(value));
    EXPECT_EQ(value.use_count(), 1);
    co_return;
  });
}

TEST(Oneshot, TellsTheSenderThatTheReceiverWasStopped) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    auto waiting = rt::spawn(receive(std::move(rx)));
    co_await rt::sleep_for(2ms);
    waiting.abort();
    EXPECT_THROW((void)co_await std::move(waiting), rt::task_stopped);
    EXPECT_TRUE(tx.is_closed());
    EXPECT_FALSE(tx.send(1));
  });
}

TEST(Oneshot, SendsOnce) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    EXPECT_TRUE(tx.send(1));
    EXPECT_FALSE(tx); // NOLINT(bugprone-use-after-move)
    EXPECT_FALSE(tx.send(2));
    EXPECT_EQ(*co_await std::move(rx), 1);
  });
}

TEST(Oneshot, ThrowsIfItIsAwaitedTwice) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    EXPECT_TRUE(tx.send(1));
    EXPECT_TRUE(co_await std::move(rx));
    EXPECT_FALSE(rx); // NOLINT(bugprone-use-after-move)
    EXPECT_THROW((void)co_await std::move(rx), rt::task_consumed);
  });
}

TEST(Oneshot, CanBeAskedWithoutWaiting) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::oneshot<int>();
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::would_wait);
    EXPECT_TRUE(tx.send(1));
    EXPECT_EQ(*rx.try_receive(), 1);
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::closed);
    auto [other_tx, other_rx] = rt::oneshot<int>();
    other_rx.close();
    EXPECT_FALSE(other_tx.send(1));
    EXPECT_EQ(other_rx.try_receive().error(), rt::try_error::closed);
    co_return;
  });
}

TEST(Oneshot, AgreesWhetherTheValueArrivedWhileItIsClosed) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on([]() -> rt::task<> {
    for (int i = 0; i != 2000; ++i) {
      auto [tx, rx] = rt::oneshot<std::unique_ptr<int>>();
      auto sending = rt::spawn(
          [](rt::oneshot_sender<std::unique_ptr<int>> to) -> rt::task<bool> {
            co_return to.send(std::make_unique<int>(1));
          },
          std::move(tx));
      if (i % 2 == 0)
        co_await rt::yield();
      rx.close();
      const auto value = rx.try_receive();
      EXPECT_EQ(co_await std::move(sending), value.has_value());
    }
  }());
}

TEST(Oneshot, SurvivesAStopThatRacesWithTheValue) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    for (int i = 0; i != 1000; ++i) {
      auto [tx, rx] = rt::oneshot<int>();
      auto receiving = rt::spawn(receive(std::move(rx)));
      auto sending = rt::spawn(
          [](rt::oneshot_sender<int> to) -> rt::task<bool> {
            co_await rt::yield();
            co_return to.send(1);
          },
          std::move(tx));
      for (int k = i % 4; k != 0; --k)
        co_await rt::yield();
      receiving.abort();
      bool received = false;
      try {
        received = (co_await std::move(receiving)).has_value();
      } catch (const rt::task_stopped &) {
      }
      const bool sent = co_await std::move(sending);
      EXPECT_TRUE(sent || !received);
    }
  }());
}

TEST(Oneshot, AnswersFromAnotherThread) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto [tx, rx] = rt::oneshot<int>();
  std::thread other([to = std::move(tx)]() mutable {
    std::this_thread::sleep_for(2ms);
    EXPECT_TRUE(to.send(9));
  });
  EXPECT_EQ(*pool.block_on(receive(std::move(rx))), 9);
  other.join();
}

} // namespace
