#include "corolint/rt/condition.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <deque>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
}

struct meeting {
  rt::mutex m;
  rt::condition c;
  std::atomic<int> waiting{0}; ///< at c, or about to
  std::vector<int> order;
};

rt::task<> appends(meeting &at, int number) {
  const counted alive;
  auto held = co_await at.m.lock();
  ++at.waiting;
  co_await at.c.wait(held);
  EXPECT_TRUE(held);
  EXPECT_FALSE(at.m.try_lock());
  at.order.push_back(number);
}

TEST(Condition, LetsWaitersGoOnInTheOrderOfTheirArrival) {
  on_each_runtime([]() -> rt::task<> {
    meeting at;
    auto notifies = [](meeting &at) -> rt::task<> {
      at.c.notify_one();
      co_await until([&] {
        const auto held = at.m.try_lock();
        return held && at.order.size() == 1;
      });
      at.c.notify_all();
    };
    co_await rt::join(appends(at, 1), appends(at, 2), appends(at, 3),
                      notifies(at));
    EXPECT_EQ(at.order, (std::vector<int>{1, 2, 3}));
    at.c.notify_one(); // nobody waits: nothing happens
    at.c.notify_all();
  });
}

TEST(Condition, GivesTheMutexAwayWhileATaskWaits) {
  on_each_runtime([]() -> rt::task<> {
    meeting at;
    auto waits = rt::spawn(appends(at, 1));
    co_await until([&] { return at.waiting == 1; });
    auto held = co_await at.m.lock();
    at.c.notify_one();
    co_await rt::sleep_for(2ms);
    EXPECT_TRUE(at.order.empty()); // we have it
    held.unlock();
    co_await std::move(waits);
    EXPECT_EQ(at.order, std::vector<int>{1});
  });
}

TEST(Condition, WaitsUntilItsPredicateHolds) {
  on_each_runtime([]() -> rt::task<> {
    rt::mutex m;
    rt::condition c;
    int value = 0;
    auto counts = [](rt::mutex &m, rt::condition &c, int &value) -> rt::task<> {
      for (int i = 0; i != 10; ++i) {
        const auto held = co_await m.lock();
        ++value;
        c.notify_all();
      }
    };
    auto waits = [](rt::mutex &m, rt::condition &c, int &value) -> rt::task<> {
      auto held = co_await m.lock();
      co_await c.wait(held, [&] { return value == 10; });
      EXPECT_TRUE(held);
      EXPECT_EQ(value, 10);
    };
    co_await rt::join(waits(m, c, value), waits(m, c, value),
                      counts(m, c, value));
  });
}

TEST(Condition, RefusesAGuardThatHoldsNothing) {
  on_each_runtime([]() -> rt::task<> {
    rt::condition c;
    rt::mutex::guard nothing;
    EXPECT_THROW(co_await c.wait(nothing), rt::lock_not_held);
    EXPECT_THROW(co_await c.wait(nothing, [] { return true; }),
                 rt::lock_not_held);
  });
}

TEST(Condition, DoesNotGiveTheMutexToAWaiterThatIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    meeting at;
    // Would unlock a mutex that somebody else holds if its guard did not know.
    auto stopped = rt::spawn(appends(at, 1));
    co_await until([&] { return at.waiting == 1; });
    auto held = co_await at.m.lock();
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    EXPECT_FALSE(at.m.try_lock());
    held.unlock();
    EXPECT_TRUE(at.m.try_lock());
    at.c.notify_one();
    EXPECT_TRUE(at.order.empty());
  });
}

TEST(Condition, PassesTheNotificationOfAStoppedWaiterOn) {
  on_each_runtime([]() -> rt::task<> {
    meeting at;
    auto first = rt::spawn(appends(at, 1));
    co_await until([&] { return at.waiting == 1; });
    auto second = rt::spawn(appends(at, 2));
    co_await until([&] { return at.waiting == 2; });
    auto held = co_await at.m.lock(); // so both wait by now
    at.c.notify_one();                // the first one, for the mutex now
    first.abort();
    EXPECT_THROW(co_await std::move(first), rt::task_stopped);
    held.unlock();
    co_await std::move(second);
    EXPECT_EQ(at.order, std::vector<int>{2});
  });
}

TEST(Condition, CarriesAQueueOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  struct queue {
    rt::mutex m;
    rt::condition not_empty, not_full;
    std::deque<int> items;
    long sum = 0;
  };
  auto produces = [](queue &q) -> rt::task<> {
    const counted alive;
    for (int i = 1; i <= 500; ++i) {
      auto held = co_await q.m.lock();
      co_await q.not_full.wait(held, [&] { return q.items.size() < 4; });
      q.items.push_back(i);
      q.not_empty.notify_one();
    }
  };
  auto consumes = [](queue &q) -> rt::task<> {
    const counted alive;
    for (int i = 1; i <= 500; ++i) {
      auto held = co_await q.m.lock();
      co_await q.not_empty.wait(held, [&] { return !q.items.empty(); });
      q.sum += q.items.front();
      q.items.pop_front();
      held.unlock();
      q.not_full.notify_one();
    }
  };
  auto body = [&]() -> rt::task<> {
    queue q;
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 4; ++i) {
      all.push_back(rt::spawn(produces(q)));
      all.push_back(rt::spawn(consumes(q)));
    }
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(q.sum, 4 * 125250);
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Condition, SurvivesStopsAtAnyMoment) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto body = []() -> rt::task<> {
    auto waits = [](meeting &at) -> rt::task<> {
      const counted alive;
      for (;;) {
        auto held = co_await at.m.lock();
        co_await at.c.wait(held);
        at.order.clear(); // a race if it did not hold the mutex
      }
    };
    auto notifies = [](meeting &at) -> rt::task<> {
      const counted alive;
      for (int i = 0;; ++i) {
        i % 5 == 0 ? at.c.notify_all() : at.c.notify_one();
        co_await rt::yield();
      }
    };
    for (int round = 0; round != 200; ++round) {
      meeting at;
      std::vector<rt::join_handle<void>> all;
      for (int i = 0; i != 6; ++i)
        all.push_back(rt::spawn(waits(at)));
      auto notifier = rt::spawn(notifies(at));
      co_await yields(round % 13);
      for (auto &each : all)
        each.abort();
      for (auto &each : all)
        EXPECT_THROW(co_await std::move(each), rt::task_stopped);
      notifier.abort();
      EXPECT_THROW(co_await std::move(notifier), rt::task_stopped);
      EXPECT_TRUE(at.m.try_lock());
    }
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Condition, NotifiesManyWaitersWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    meeting at;
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(appends(at, i)));
    co_await until([&] { return at.waiting == many; });
    at.c.notify_all();
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(at.order.size(), std::size_t(many));
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
