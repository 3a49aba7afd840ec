#include "corolint/rt/channel.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> send_up_to(rt::sender<int> to, int end) {
  const auto kept = std::move(to); // a parameter lives as long as the frame
  for (int i = 0; i != end; ++i)
    if (!co_await kept.send(i))
      co_return;
}

rt::task<std::vector<int>> receive_all(rt::receiver<int> from) {
  std::vector<int> all;
  while (auto value = co_await from.receive())
    all.push_back(*value);
  co_return all;
}

rt::task<bool> is_refused(rt::sender<int> to, int value) {
  const auto sent = co_await to.send(value);
  co_return !sent;
}

rt::task<bool> is_at_its_end(rt::receiver<int> from) {
  const auto value = co_await from.receive();
  co_return !value;
}

template <class T> rt::task<> awaits_stop(rt::join_handle<T> handle) {
  EXPECT_THROW((void)co_await std::move(handle), rt::task_stopped);
}

TEST(Channel, KeepsTheOrderOfOneSender) {
  on_each_runtime([]() -> rt::task<> {
    for (const std::size_t capacity : {0, 1, 3, 64}) {
      auto [tx, rx] = rt::channel<int>(capacity);
      auto sending = rt::spawn(send_up_to(std::move(tx), 300));
      const auto all = co_await receive_all(std::move(rx));
      EXPECT_EQ(all.size(), 300u);
      for (std::size_t i = 0; i != all.size(); ++i)
        EXPECT_EQ(all[i], static_cast<int>(i));
      co_await std::move(sending);
    }
  });
}

TEST(Channel, MakesASenderWaitWhileItIsFull) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(2);
    auto sending = rt::spawn(send_up_to(tx, 10));
    co_await rt::sleep_for(1ms);
    EXPECT_EQ(rx.size(), 2u);
    for (int i = 0; i != 8; ++i) {
      EXPECT_FALSE(sending.is_done());
      EXPECT_EQ(*co_await rx.receive(), i);
      EXPECT_EQ(rx.size(), 2u);
      co_await rt::yield();
    }
    co_await std::move(sending);
    EXPECT_EQ(rx.size(), 2u);
  }());
}

TEST(Channel, WithoutCapacityMakesEachSendWaitForItsReceive) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(0);
    EXPECT_EQ(tx.try_send(1).error(), rt::try_error::would_wait);
    auto sending = rt::spawn(send_up_to(tx, 2));
    co_await rt::sleep_for(2ms);
    EXPECT_FALSE(sending.is_done());
    EXPECT_EQ(*rx.try_receive(), 0);
    EXPECT_EQ(*co_await rx.receive(), 1);
    co_await std::move(sending);
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::would_wait);
  });
}

TEST(Channel, ServesWhoWaitsFirst) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    std::string order;
    auto send = [](rt::sender<int> to, int value) -> rt::task<> {
      EXPECT_TRUE(co_await to.send(value));
    };
    auto receive = [](rt::receiver<int> from, char name,
                      std::string &order) -> rt::task<> {
      const auto value = co_await from.receive();
      order += name + std::to_string(value.value_or(-1));
    };
    std::vector<rt::join_handle<void>> all;
    for (const char name : {'a', 'b', 'c'}) {
      all.push_back(rt::spawn(receive(rx, name, order)));
      co_await rt::sleep_for(1ms);
    }
    for (int i = 0; i != 3; ++i)
      EXPECT_TRUE(co_await tx.send(i));
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(order.size(), 6u);
    for (const char *each : {"a0", "b1", "c2"})
      EXPECT_NE(order.find(each), std::string::npos) << order;

    all.clear();
    for (int i = 0; i != 4; ++i) {
      all.push_back(rt::spawn(send(tx, i)));
      co_await rt::sleep_for(1ms);
    }
    for (int i = 0; i != 4; ++i)
      EXPECT_EQ(*co_await rx.receive(), i);
    for (auto &each : all)
      co_await std::move(each);
  }());
}

TEST(Channel, DeliversEachValueOnceAmongManySendersAndReceivers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    constexpr int senders = 4, each = 4000;
    auto [tx, rx] = rt::channel<int>(3);
    std::vector<rt::join_handle<void>> sending;
    std::vector<rt::join_handle<std::vector<int>>> receiving;
    for (int i = 0; i != senders; ++i) {
      sending.push_back(rt::spawn(
          [](rt::sender<int> to, int first) -> rt::task<> {
            for (int k = 0; k != each; ++k)
              EXPECT_TRUE(co_await to.send(first + k));
          },
          tx, i *each));
      receiving.push_back(rt::spawn(receive_all(rx)));
    }
    tx = {};
    rx = {};
    for (auto &handle : sending)
      co_await std::move(handle);
    std::vector<int> seen(senders * each);
    for (auto &handle : receiving) {
      std::vector<int> last(senders, -1);
      for (const int value : co_await std::move(handle)) {
        ++seen[static_cast<std::size_t>(value)];
        // One sender's values come in order to each receiver.
        int &before = last[static_cast<std::size_t>(value / each)];
        EXPECT_LT(before, value);
        before = value;
      }
    }
    for (const int count : seen)
      EXPECT_EQ(count, 1);
  }());
}

TEST(Channel, EndsWhenTheLastSenderHasGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(4);
    auto other = tx;
    EXPECT_TRUE(tx.try_send(1));
    tx = {};
    EXPECT_FALSE(rx.is_closed());
    EXPECT_TRUE(other.try_send(2));
    other = {};
    EXPECT_TRUE(rx.is_closed());
    EXPECT_EQ(*co_await rx.receive(), 1);
    EXPECT_EQ(*rx.try_receive(), 2);
    EXPECT_FALSE(co_await rx.receive());
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::closed);
  });
}

TEST(Channel, RefusesAndDestroysValuesWhenTheLastReceiverHasGone) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<std::shared_ptr<int>>(4);
    const auto value = std::make_shared<int>(1);
    EXPECT_TRUE(tx.try_send(value));
    EXPECT_TRUE(co_await tx.send(value));
    EXPECT_EQ(value.use_count(), 3);
    rx = {};
    EXPECT_EQ(value.use_count(), 1);
    EXPECT_EQ((co_await tx.send(value)).error(), rt::closed());
    EXPECT_EQ(tx.try_send(value).error(), rt::try_error::closed);
    EXPECT_EQ(value.use_count(), 1);
    EXPECT_TRUE(tx.is_closed());
  });
}

TEST(Channel, WakesAllSendersWhenItIsClosed) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    EXPECT_TRUE(tx.try_send(7));
    std::vector<rt::join_handle<bool>> all;
    for (int i = 0; i != 5; ++i)
      all.push_back(rt::spawn(is_refused(tx, i)));
    co_await rt::sleep_for(2ms);
    rx.close();
    for (auto &each : all)
      EXPECT_TRUE(co_await std::move(each));
    EXPECT_EQ(*co_await rx.receive(), 7);
    EXPECT_FALSE(co_await rx.receive());
  });
}

TEST(Channel, WakesAllReceiversWhenItIsClosed) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    std::vector<rt::join_handle<bool>> all;
    for (int i = 0; i != 5; ++i)
      all.push_back(rt::spawn(is_at_its_end(rx)));
    co_await rt::sleep_for(2ms);
    tx.close();
    tx.close();
    for (auto &each : all)
      EXPECT_TRUE(co_await std::move(each));
  });
}

TEST(Channel, LeavesTheValueOfAStoppedSenderOut) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<std::shared_ptr<int>>(1);
    const auto value = std::make_shared<int>(1);
    EXPECT_TRUE(tx.try_send(nullptr));
    auto waiting = rt::spawn(
        [](rt::sender<std::shared_ptr<int>> to, std::shared_ptr<int> value)
            -> rt::task<> { (void)co_await to.send(std::move(value)); },
        tx, value);
    co_await rt::sleep_for(2ms);
    EXPECT_EQ(value.use_count(), 2);
    waiting.abort();
    co_await awaits_stop(std::move(waiting));
    EXPECT_EQ(value.use_count(), 1);
    EXPECT_EQ(*co_await rx.receive(), nullptr);
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::would_wait);
  });
}

TEST(Channel, GivesNothingToAStoppedReceiver) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    auto first = rt::spawn(receive_all(rx));
    co_await rt::sleep_for(2ms);
    auto second = rt::spawn(is_at_its_end(rx));
    co_await rt::sleep_for(2ms);
    first.abort();
    EXPECT_TRUE(co_await tx.send(1));
    co_await awaits_stop(std::move(first));
    EXPECT_FALSE(co_await std::move(second));
  });
}

TEST(Channel, EndsAStoppedTaskEvenIfAValueIsThere) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(4);
    EXPECT_TRUE(tx.try_send(1));
    auto receiving = rt::spawn(
        [](rt::receiver<int> from) -> rt::task<> {
          co_await rt::yield();
          (void)co_await from.receive();
        },
        rx);
    receiving.abort();
    co_await awaits_stop(std::move(receiving));
    EXPECT_EQ(*rx.try_receive(), 1);
  }());
}

TEST(Channel, NeitherLosesNorDoublesAValueWhenReceiversAreStopped) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    constexpr int values = 6000;
    auto [tx, rx] = rt::channel<int>(2);
    std::vector<std::atomic<int>> seen(values);
    auto sending = rt::spawn(send_up_to(std::move(tx), values));
    const auto take_some = [](rt::receiver<int> from,
                              std::vector<std::atomic<int>> &seen) {
      return rt::spawn(
          [](rt::receiver<int> from,
             std::vector<std::atomic<int>> &seen) -> rt::task<> {
            while (auto value = co_await from.receive())
              ++seen[static_cast<std::size_t>(*value)];
          },
          std::move(from), std::ref(seen));
    };
    std::uint32_t random = 1;
    while (!sending.is_done()) {
      auto one = take_some(rx, seen);
      auto other = take_some(rx, seen);
      random = random * 1664525u + 1013904223u;
      for (auto i = random >> 28; i != 0; --i)
        co_await rt::yield();
      one.abort();
      other.abort();
      try {
        co_await std::move(one);
        co_await std::move(other);
      } catch (const rt::task_stopped &) {
      }
    }
    co_await std::move(sending);
    // The second one of the last pair may not have ended yet.
    auto rest = take_some(rx, seen);
    rx = {};
    co_await std::move(rest);
    co_await until([&] {
      for (const auto &each : seen)
        if (each != 1)
          return false;
      return true;
    });
  }());
}

TEST(Channel, ReceivesExactlyWhatStoppedSendersSaidTheySent) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    std::atomic<int> sent = 0, begun = 0;
    int received = 0;
    auto receiving = rt::spawn(
        [](rt::receiver<int> from, int &received) -> rt::task<> {
          while (co_await from.receive())
            ++received;
        },
        std::move(rx), std::ref(received));
    std::uint32_t random = 1;
    for (int round = 0; round != 400; ++round) {
      auto send = [&] {
        return rt::spawn(
            [](rt::sender<int> to, std::atomic<int> &sent,
               std::atomic<int> &begun) -> rt::task<> {
              for (;;) {
                ++begun;
                if (co_await to.send(0))
                  ++sent;
              }
            },
            tx, std::ref(sent), std::ref(begun));
      };
      auto one = send();
      auto other = send();
      random = random * 1664525u + 1013904223u;
      for (auto i = random >> 29; i != 0; --i)
        co_await rt::yield();
      one.abort();
      other.abort();
      co_await awaits_stop(std::move(one));
      co_await awaits_stop(std::move(other));
    }
    tx = {};
    co_await std::move(receiving);
    EXPECT_EQ(received, sent);
    EXPECT_LE(received, begun);
  }());
}

TEST(Channel, CarriesValuesThatOnlyMove) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<std::unique_ptr<int>>(1);
    EXPECT_TRUE(co_await tx.send(std::make_unique<int>(1)));
    auto kept = std::make_unique<int>(2);
    EXPECT_FALSE(tx.try_send(std::move(kept)));
    EXPECT_EQ(*kept, 2); // NOLINT(bugprone-use-after-move): it was full
    EXPECT_EQ(**co_await rx.receive(), 1);
    EXPECT_TRUE(tx.try_send(std::move(kept)));
    EXPECT_EQ(**rx.try_receive(), 2);
  });
}

TEST(Channel, IsClosedForHandlesThatWereMovedFrom) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    const auto kept_sender = std::move(tx);
    const auto kept_receiver = std::move(rx);
    // NOLINTBEGIN(bugprone-use-after-move): that is what is tested
    EXPECT_FALSE(co_await tx.send(1));
    EXPECT_FALSE(co_await rx.receive());
    EXPECT_EQ(tx.try_send(1).error(), rt::try_error::closed);
    EXPECT_EQ(rx.try_receive().error(), rt::try_error::closed);
    EXPECT_TRUE(tx.is_closed() && rx.is_closed());
    tx.close();
    rx.close();
    // NOLINTEND(bugprone-use-after-move)
    EXPECT_FALSE(kept_sender.is_closed());
    EXPECT_EQ(kept_receiver.size(), 0u);
  });
}

TEST(Channel, LosesNothingToATimeLimit) {
  on_each_runtime([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    const auto receive = [](rt::receiver<int> &from) -> rt::task<int> {
      co_return (co_await from.receive()).value_or(-1);
    };
    EXPECT_FALSE(co_await rt::timeout(1ms, receive(rx)));
    EXPECT_TRUE(tx.try_send(5));
    EXPECT_EQ(*co_await rt::timeout(1h, receive(rx)), 5);
  });
}

TEST(Channel, ThatIsAlwaysReadyLetsOthersRun) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    auto [tx, rx] = rt::channel<int>(1);
    bool others_ran = false;
    auto other = rt::spawn(
        [](bool &ran) -> rt::task<> {
          ran = true;
          co_return;
        },
        std::ref(others_ran));
    for (int i = 0; i != 1000 && !others_ran; ++i) {
      EXPECT_TRUE(co_await tx.send(i));
      EXPECT_EQ(*co_await rx.receive(), i);
    }
    EXPECT_TRUE(others_ran);
    co_await std::move(other);
  }());
}

/// Sends back what comes, and counts how often the two were on one thread.
rt::task<> echoes(rt::receiver<std::thread::id> from, rt::sender<bool> to) {
  while (auto sent = co_await from.receive())
    if (!co_await to.send(*sent == std::this_thread::get_id()))
      co_return;
}

// To wake an idle worker for a message costs more than the message: the one
// that is woken would steal the receiver, round by round.
TEST(Channel, KeepsTwoTasksThatTalkOnOneOfTwoWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on([]() -> rt::task<> {
    constexpr int rounds = 10'000;
    auto [request, requests] = rt::channel<std::thread::id>(1);
    auto [answer, answers] = rt::channel<bool>(1);
    auto other = rt::spawn(echoes(std::move(requests), std::move(answer)));
    int together = 0;
    for (int i = 0; i != rounds; ++i) {
      static_cast<void>(co_await request.send(std::this_thread::get_id()));
      together += *co_await answers.receive();
    }
    request = {};
    co_await std::move(other);
    EXPECT_GT(together, rounds * 8 / 10);
  }());
}

TEST(Channel, CanBeUsedFromOtherThreads) {
  rt::runtime first = rt::runtime::builder{}.workers(1).build();
  rt::runtime second = rt::runtime::builder{}.workers(1).build();
  auto [tx, rx] = rt::channel<int>(1);
  auto [back, answers] = rt::channel<int>(1);
  std::thread other([&, &in = rx, &out = back] {
    second.block_on(
        [](rt::receiver<int> &in, rt::sender<int> &out) -> rt::task<> {
          while (auto value = co_await in.receive())
            EXPECT_TRUE(co_await out.send(*value + 1));
        }(in, out));
  });
  first.block_on([](rt::sender<int> &out, rt::receiver<int> &in) -> rt::task<> {
    for (int i = 0; i != 200; ++i) {
      EXPECT_TRUE(co_await out.send(i));
      EXPECT_EQ(*co_await in.receive(), i + 1);
    }
    out.close();
  }(tx, answers));
  other.join();
}

} // namespace
