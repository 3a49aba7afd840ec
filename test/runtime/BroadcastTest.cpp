#include "corolint/rt/broadcast.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <cstdint>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

struct heard {
  std::vector<int> values;
  std::uint64_t missed = 0;
};

rt::task<heard> hear_all(rt::broadcast_receiver<int> from) {
  heard all;
  while (auto next = co_await from.receive())
    if (*next)
      all.values.push_back(**next);
    else
      all.missed += next->error().missed;
  co_return all;
}

TEST(Broadcast, GivesEachReceiverEachValue) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<int>(64);
    std::vector<rt::join_handle<heard>> all;
    for (int i = 0; i != 3; ++i)
      all.push_back(rt::spawn(hear_all(rx)));
    for (int i = 0; i != 50; ++i)
      EXPECT_GE(tx.send(i), 4u);
    {
      const auto gone = std::move(tx);
    }
    std::vector<int> expected(50);
    std::iota(expected.begin(), expected.end(), 0);
    for (auto &each : all) {
      const heard got = co_await std::move(each);
      EXPECT_EQ(got.values, expected);
      EXPECT_EQ(got.missed, 0u);
    }
  });
}

TEST(Broadcast, TellsASlowReceiverHowManyItMissed) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<int>(3);
    for (int i = 0; i != 10; ++i)
      tx.send(i);
    const auto first = co_await rx.receive();
    EXPECT_EQ(first->error(), rt::lagged{7});
    for (int i = 7; i != 10; ++i)
      EXPECT_EQ(**co_await rx.receive(), i);
    EXPECT_FALSE(rx.try_receive());
  });
}

TEST(Broadcast, SendsWhatComesAfterTheSubscription) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<std::string>(2);
    tx.send("first");
    auto late = tx.subscribe();
    auto copy = rx;
    tx.send("second");
    EXPECT_EQ(**co_await late.receive(), "second");
    EXPECT_EQ(**co_await copy.receive(), "first");
    EXPECT_EQ(**co_await rx.receive(), "first");
    EXPECT_EQ(**rx.try_receive(), "second");
    EXPECT_FALSE(rx.is_closed());
  });
}

TEST(Broadcast, WakesWhoWaits) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<int>(2);
    auto one = rt::spawn(hear_all(rx));
    auto other = rt::spawn(hear_all(rx));
    co_await rt::sleep_for(2ms);
    tx.send(1);
    co_await rt::sleep_for(2ms);
    {
      const auto gone = std::move(tx);
    }
    EXPECT_EQ((co_await std::move(one)).values, std::vector<int>(1, 1));
    EXPECT_EQ((co_await std::move(other)).values, std::vector<int>(1, 1));
    EXPECT_TRUE(rx.is_closed());
  });
}

TEST(Broadcast, CanBeHeardAgainWhenAllReceiversHaveGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<int>(2);
    {
      const auto gone = std::move(rx);
    }
    EXPECT_EQ(tx.send(1), 0u);
    auto again = tx.subscribe();
    EXPECT_EQ(tx.send(2), 1u);
    EXPECT_EQ(**co_await again.receive(), 2);
  });
}

TEST(Broadcast, KeepsNoMoreThanItsCapacity) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<std::shared_ptr<int>>(2);
    const auto value = std::make_shared<int>(1);
    for (int i = 0; i != 5; ++i)
      tx.send(value);
    EXPECT_EQ(value.use_count(), 3);
    EXPECT_THROW((void)rt::broadcast<int>(0), std::invalid_argument);
    co_return;
  });
}

TEST(Broadcast, LosesNothingToAStop) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::broadcast<int>(4);
    const auto receive =
        [](rt::broadcast_receiver<int> &from) -> rt::task<int> {
      co_return **co_await from.receive();
    };
    EXPECT_FALSE(co_await rt::timeout(1ms, receive(rx)));
    tx.send(1);
    tx.send(2);
    EXPECT_EQ(*co_await rt::timeout(1h, receive(rx)), 1);
    EXPECT_EQ(*co_await rt::timeout(1h, receive(rx)), 2);
  });
}

TEST(Broadcast, CountsEveryValueAsHeardOrMissed) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  auto [tx, rx] = rt::broadcast<int>(16);
  std::thread sending([to = std::move(tx)]() mutable {
    const auto kept = std::move(to);
    for (int i = 0; i != 5000; ++i)
      kept.send(i);
  });
  pool.block_on([](rt::broadcast_receiver<int> from) -> rt::task<> {
    std::vector<rt::join_handle<heard>> all;
    for (int i = 0; i != 4; ++i)
      all.push_back(rt::spawn(hear_all(from)));
    for (auto &each : all) {
      const heard got = co_await std::move(each);
      EXPECT_EQ(got.values.size() + got.missed, 5000u);
      for (std::size_t i = 1; i < got.values.size(); ++i)
        EXPECT_LT(got.values[i - 1], got.values[i]);
    }
  }(std::move(rx)));
  sending.join();
}

} // namespace
