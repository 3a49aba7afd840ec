#include "corolint/rt/latch.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <stdexcept>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
}

rt::task<> passes(rt::latch &l, std::atomic<int> &passed) {
  const counted alive;
  co_await l.wait();
  ++passed;
}

rt::task<> meets(rt::barrier &b, std::atomic<int> &passed,
                 std::atomic<int> &last) {
  const counted alive;
  last += co_await b.arrive_and_wait();
  ++passed;
}

TEST(Latch, LetsEverybodyThroughWhenItsCountIsZero) {
  on_each_runtime([]() -> rt::task<> {
    rt::latch l(3);
    std::atomic<int> passed{0};
    auto counts_down = [](rt::latch &l,
                          std::atomic<int> &passed) -> rt::task<> {
      l.count_down(2);
      co_await yields(5);
      EXPECT_EQ(passed, 0);
      EXPECT_FALSE(l.try_wait());
      co_await l.arrive_and_wait();
      EXPECT_TRUE(l.try_wait());
    };
    co_await rt::join(passes(l, passed), passes(l, passed),
                      counts_down(l, passed));
    EXPECT_EQ(passed, 2);
    co_await l.wait();
  });
}

TEST(Latch, StaysAtZeroWhenItIsCountedDownTooOften) {
  on_each_runtime([]() -> rt::task<> {
    rt::latch l(2);
    l.count_down(0);
    EXPECT_FALSE(l.try_wait());
    l.count_down(5);
    EXPECT_TRUE(l.try_wait());
    l.count_down();
    EXPECT_TRUE(l.try_wait());
    rt::latch open(0);
    co_await open.wait();
  });
}

TEST(Latch, MayBeDestroyedByWhoWasWaitingForIt) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto body = []() -> rt::task<> {
    auto counts_down = [](rt::latch &l) -> rt::task<> {
      l.count_down();
      co_return;
    };
    for (int i = 0; i != 2000; ++i) {
      auto l = std::make_unique<rt::latch>(2);
      auto one = rt::spawn(counts_down(*l));
      auto other = rt::spawn(counts_down(*l));
      if (i % 2 != 0)
        co_await rt::yield();
      co_await l->wait();
      l.reset();
      co_await std::move(one);
      co_await std::move(other);
    }
  };
  pool.block_on(body());
}

TEST(Latch, LosesAWaiterThatIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::latch l(1);
    std::atomic<int> passed{0};
    auto stopped = rt::spawn(passes(l, passed));
    auto patient = rt::spawn(passes(l, passed));
    co_await until([] { return counted::living() == 2; });
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    l.count_down();
    co_await std::move(patient);
    EXPECT_EQ(passed, 1);
  });
}

TEST(Latch, WakesManyWaitersWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::latch l(many);
    auto arrives = [](rt::latch &l) -> rt::task<> {
      co_await l.arrive_and_wait();
    };
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(arrives(l)));
    for (auto &each : all)
      co_await std::move(each);
  };
  thread.block_on(body());
}

TEST(Barrier, LetsItsParticipantsGoOnTogetherTimeAndAgain) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  static constexpr int tasks = 8, rounds = 200;
  auto body = []() -> rt::task<> {
    rt::barrier b(tasks);
    std::atomic<int> arrived{0}, last{0};
    auto takes_part = [](rt::barrier &b, std::atomic<int> &arrived,
                         std::atomic<int> &last) -> rt::task<> {
      const counted alive;
      for (int round = 1; round <= rounds; ++round) {
        ++arrived;
        last += co_await b.arrive_and_wait();
        EXPECT_GE(arrived, tasks * round);
        EXPECT_LE(arrived, tasks * (round + 1) - 1);
      }
    };
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != tasks; ++i)
      all.push_back(rt::spawn(takes_part(b, arrived, last)));
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(last, rounds);
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Barrier, ForgetsTheArrivalOfWhoIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::barrier b(3);
    std::atomic<int> passed{0}, last{0};
    auto stopped = rt::spawn(meets(b, passed, last));
    auto first = rt::spawn(meets(b, passed, last));
    co_await until([] { return counted::living() == 2; });
    co_await rt::sleep_for(2ms);
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    auto second = rt::spawn(meets(b, passed, last));
    co_await rt::sleep_for(2ms);
    EXPECT_EQ(passed, 0);
    EXPECT_TRUE(co_await b.arrive_and_wait());
    co_await std::move(first);
    co_await std::move(second);
    EXPECT_EQ(passed, 2);
    EXPECT_EQ(last, 0);
  });
}

TEST(Barrier, WaitsNoLongerForWhoHasDroppedOut) {
  on_each_runtime([]() -> rt::task<> {
    rt::barrier b(3);
    std::atomic<int> passed{0}, last{0};
    auto drops = [](rt::barrier &b) -> rt::task<> {
      b.arrive_and_drop();
      co_return;
    };
    co_await rt::join(meets(b, passed, last), meets(b, passed, last), drops(b));
    EXPECT_EQ(passed, 2);
    co_await rt::join(meets(b, passed, last), meets(b, passed, last));
    EXPECT_EQ(passed, 4);
    b.arrive_and_drop();
    b.arrive_and_drop();
    EXPECT_TRUE(co_await b.arrive_and_wait()); // nobody to wait for
  });
}

TEST(Barrier, WithoutParticipantsIsRefused) {
  EXPECT_THROW(rt::barrier(0), std::invalid_argument);
}

} // namespace
