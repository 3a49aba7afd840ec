#include "corolint/rt/semaphore.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
}

rt::task<> appends(rt::semaphore &s, std::size_t count, std::vector<int> &order,
                   int number) {
  const counted alive;
  const auto held = co_await s.acquire(count);
  order.push_back(number);
  co_await rt::yield();
}

TEST(Semaphore, GivesOutAsManyPermitsAsThereAre) {
  rt::semaphore s(3);
  auto two = s.try_acquire(2);
  EXPECT_EQ(two.count(), 2u);
  EXPECT_EQ(s.available(), 1u);
  EXPECT_FALSE(s.try_acquire(2));
  auto one = s.try_acquire();
  EXPECT_TRUE(one);
  EXPECT_FALSE(s.try_acquire());
  EXPECT_TRUE(s.try_acquire(0));
  two.release();
  EXPECT_EQ(two.count(), 0u);
  EXPECT_EQ(s.available(), 2u);
}

TEST(Semaphore, PermitThatWasMovedIsGivenBackOnce) {
  rt::semaphore s(2);
  {
    auto first = s.try_acquire(2);
    auto second = std::move(first);
    first.release();
    EXPECT_EQ(s.available(), 0u);
    second = s.try_acquire();
    EXPECT_FALSE(second);
    EXPECT_EQ(s.available(), 2u);
    second = s.try_acquire();
    second.forget();
  }
  EXPECT_EQ(s.available(), 1u);
  s.release();
  EXPECT_EQ(s.available(), 2u);
}

TEST(Semaphore, CountsNoMorePermitsThanItsMaximum) {
  rt::semaphore s(rt::semaphore::max());
  s.release(5);
  EXPECT_EQ(s.available(), rt::semaphore::max());
  EXPECT_EQ(rt::semaphore(~std::size_t{0}).available(), rt::semaphore::max());
  EXPECT_FALSE(s.try_acquire(~std::size_t{0}));
  EXPECT_TRUE(s.try_acquire(rt::semaphore::max()));
}

TEST(Semaphore, ServesWaitersInTheOrderOfTheirArrival) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::semaphore s(0);
    std::vector<int> order;
    auto releases = [](rt::semaphore &s,
                       std::vector<int> &order) -> rt::task<> {
      s.release(2); // the first wants three
      EXPECT_EQ(s.available(), 2u);
      EXPECT_FALSE(s.try_acquire());
      co_await yields(3);
      EXPECT_TRUE(order.empty());
      s.release(1);
    };
    co_await rt::join(appends(s, 3, order, 1), appends(s, 1, order, 2),
                      appends(s, 3, order, 3), releases(s, order));
    EXPECT_EQ(order, (std::vector<int>{1, 2, 3}));
    EXPECT_EQ(s.available(), 3u);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Semaphore, LimitsHowManyTasksRunOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  rt::semaphore s(3);
  std::atomic<int> inside{0}, most{0};
  auto works = [](rt::semaphore &s, std::atomic<int> &inside,
                  std::atomic<int> &most) -> rt::task<> {
    const counted alive;
    for (int i = 0; i != 500; ++i) {
      const auto held = co_await s.acquire(1 + i % 2);
      const int now = inside += 1 + i % 2;
      for (int seen = most;
           seen < now && !most.compare_exchange_weak(seen, now);)
        ;
      if (i % 8 == 0)
        co_await rt::yield();
      inside -= 1 + i % 2;
    }
  };
  auto body = [&]() -> rt::task<> {
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 16; ++i)
      all.push_back(rt::spawn(works(s, inside, most)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body());
  EXPECT_LE(most, 3);
  EXPECT_EQ(s.available(), 3u);
  EXPECT_EQ(counted::living(), 0);
}

TEST(Semaphore, ServesTheNextOnesWhenTheFirstIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::semaphore s(1);
    std::vector<int> order;
    auto greedy = rt::spawn(appends(s, 5, order, 1));
    co_await until([&] { return !s.try_acquire(); });
    auto modest = rt::spawn(appends(s, 1, order, 2));
    co_await until([] { return counted::living() == 2; });
    co_await rt::sleep_for(2ms);
    greedy.abort();
    EXPECT_THROW(co_await std::move(greedy), rt::task_stopped);
    co_await std::move(modest);
    EXPECT_EQ(order, std::vector<int>{2});
    EXPECT_EQ(s.available(), 1u);
  });
}

TEST(Semaphore, GetsPermitsBackFromWhoIsStoppedDuringTheHandOver) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::semaphore s(0);
    std::vector<int> order;
    auto next = rt::spawn(appends(s, 2, order, 1));
    co_await yields(2);
    s.release(2);
    next.abort();
    EXPECT_THROW(co_await std::move(next), rt::task_stopped);
    EXPECT_EQ(s.available(), 2u);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Semaphore, LosesNoPermitWhenTasksAreStoppedAtAnyMoment) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto body = []() -> rt::task<> {
    rt::semaphore s(4);
    auto cycles = [](rt::semaphore &s, std::size_t count) -> rt::task<> {
      const counted alive;
      for (;;) {
        const auto held = co_await s.acquire(count);
        co_await rt::yield();
      }
    };
    for (int round = 0; round != 200; ++round) {
      std::vector<rt::join_handle<void>> all;
      for (std::size_t i = 0; i != 8; ++i)
        all.push_back(rt::spawn(cycles(s, 1 + i % 4)));
      co_await yields(round % 13);
      for (auto &each : all)
        each.abort();
      for (auto &each : all)
        EXPECT_THROW(co_await std::move(each), rt::task_stopped);
      EXPECT_EQ(s.available(), 4u);
    }
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Semaphore, ReleasesManyWaitersWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::semaphore s(0);
    auto waits = [](rt::semaphore &s) -> rt::task<> {
      const counted alive;
      const auto held = co_await s.acquire();
    };
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(waits(s)));
    co_await until([] { return counted::living() == many; });
    s.release(); // from one to the next
    for (int i = 0; i != many / 2; ++i)
      co_await std::move(all[std::size_t(i)]);
    s.release(many); // all at once
    for (int i = many / 2; i != many; ++i)
      co_await std::move(all[std::size_t(i)]);
    EXPECT_EQ(s.available(), std::size_t(many) + 1);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
