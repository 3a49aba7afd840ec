#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<std::vector<int>> receive_all(rt::unbounded_receiver<int> from) {
  std::vector<int> all;
  while (auto value = co_await from.receive())
    all.push_back(*value);
  co_return all;
}

TEST(UnboundedChannel, TakesAnyNumberOfValuesWithoutWaiting) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::unbounded_channel<int>();
    for (int i = 0; i != 5000; ++i)
      EXPECT_TRUE(tx.send(i));
    EXPECT_EQ(rx.size(), 5000u);
    tx.close();
    EXPECT_FALSE(tx.send(1));
    const auto all = co_await receive_all(rx);
    EXPECT_EQ(all.size(), 5000u);
    for (std::size_t i = 0; i != all.size(); ++i)
      EXPECT_EQ(all[i], static_cast<int>(i));
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::closed);
  });
}

TEST(UnboundedChannel, WakesAReceiverThatWaits) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::unbounded_channel<std::unique_ptr<int>>();
    auto waiting = rt::spawn(
        [](rt::unbounded_receiver<std::unique_ptr<int>> from) -> rt::task<int> {
          co_return **co_await from.receive();
        },
        rx);
    co_await rt::sleep_for(2ms);
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::would_wait);
    EXPECT_TRUE(tx.send(std::make_unique<int>(3)));
    EXPECT_EQ(co_await std::move(waiting), 3);
  });
}

TEST(UnboundedChannel, WakesAllReceiversWhenItIsClosed) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::unbounded_channel<int>();
    auto one = rt::spawn(receive_all(rx));
    auto other = rt::spawn(receive_all(rx));
    co_await rt::sleep_for(2ms);
    tx = {};
    EXPECT_TRUE((co_await std::move(one)).empty());
    EXPECT_TRUE((co_await std::move(other)).empty());
  });
}

TEST(UnboundedChannel, DestroysWhatIsLeftWithItsLastReceiver) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::unbounded_channel<std::shared_ptr<int>>();
    const auto value = std::make_shared<int>(1);
    for (int i = 0; i != 10; ++i)
      EXPECT_TRUE(tx.send(value));
    auto other = rx;
    rx = {};
    EXPECT_EQ(value.use_count(), 11);
    other = {};
    EXPECT_EQ(value.use_count(), 1);
    EXPECT_FALSE(tx.send(value));
    co_return;
  });
}

TEST(UnboundedChannel, NeitherLosesNorDoublesAValueWhenReceiversAreStopped) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    constexpr int values = 4000;
    auto [tx, rx] = rt::unbounded_channel<int>();
    std::vector<std::atomic<int>> seen(values);
    auto sending = rt::spawn(
        [](rt::unbounded_sender<int> to) -> rt::task<> {
          for (int i = 0; i != values; ++i) {
            EXPECT_TRUE(to.send(i));
            if (i % 4 == 0)
              co_await rt::yield();
          }
        },
        std::move(tx));
    const auto note_all =
        [](rt::unbounded_receiver<int> from,
           std::vector<std::atomic<int>> &seen) -> rt::task<> {
      while (auto value = co_await from.receive())
        ++seen[static_cast<std::size_t>(*value)];
    };
    while (!sending.is_done()) {
      auto one = rt::spawn(note_all(rx, seen));
      for (int i = 0; i != 5; ++i)
        co_await rt::yield();
      one.abort();
      try {
        co_await std::move(one);
      } catch (const rt::task_stopped &) {
      }
    }
    co_await std::move(sending);
    co_await note_all(rx, seen);
    for (const auto &each : seen)
      EXPECT_EQ(each, 1);
  }());
}

TEST(UnboundedChannel, TakesValuesFromThreadsOfNoRuntime) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto [tx, rx] = rt::unbounded_channel<int>();
  std::thread sending([to = std::move(tx)] {
    for (int i = 0; i != 1000; ++i)
      EXPECT_TRUE(to.send(i));
  });
  // The last sender goes with the thread's function, which the thread keeps.
  std::vector<int> all = pool.block_on(
      [](rt::unbounded_receiver<int> from) -> rt::task<std::vector<int>> {
        std::vector<int> all;
        while (all.size() != 1000)
          all.push_back(*co_await from.receive());
        co_return all;
      }(rx));
  sending.join();
  for (std::size_t i = 0; i != all.size(); ++i)
    EXPECT_EQ(all[i], static_cast<int>(i));
}

struct alignas(64) wide {
  explicit wide(int value) : value(value) {}
  wide(wide &&other) noexcept : value(other.value) {
    EXPECT_EQ(reinterpret_cast<std::uintptr_t>(this) % alignof(wide), 0u);
  }
  int value;
};

TEST(UnboundedChannel, KeepsTheAlignmentOfItsValues) {
  auto [tx, rx] = rt::unbounded_channel<wide>();
  for (int i = 0; i != 8; ++i)
    EXPECT_TRUE(tx.send(wide(i)));
  for (int i = 0; i != 8; ++i)
    EXPECT_EQ((*rx.try_receive()).value, i);
}

TEST(UnboundedChannel, IsClosedForHandlesThatWereMovedFrom) {
  on_each_runtime([]() -> rt::task<> {
    const rt::unbounded_sender<int> tx;
    const rt::unbounded_receiver<int> rx;
    EXPECT_FALSE(tx.send(1));
    EXPECT_FALSE(co_await rx.receive());
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::closed);
    EXPECT_TRUE(tx.is_closed() && rx.is_closed());
  });
}

} // namespace
