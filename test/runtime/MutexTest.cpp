#include "corolint/rt/mutex.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <thread>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
}

rt::task<> appends(rt::mutex &m, std::vector<int> &order, int number) {
  const counted alive;
  const auto held = co_await m.lock();
  order.push_back(number);
}

TEST(Mutex, HandsTheLockToWaitersInTheOrderOfTheirArrival) {
  on_each_runtime([]() -> rt::task<> {
    rt::mutex m;
    std::vector<int> order;
    auto first = co_await m.lock();
    auto waiting = [](rt::mutex &m, std::vector<int> &order,
                      rt::mutex::guard first) -> rt::task<> {
      first.unlock();
      order.push_back(-1); // hand-over does not run the next one at once
      const auto last = co_await m.lock();
      order.push_back(100);
    };
    // Branches begin one after the other.
    std::vector<rt::task<>> all;
    for (int i = 0; i != 10; ++i)
      all.push_back(appends(m, order, i));
    all.push_back(waiting(m, order, std::move(first)));
    co_await rt::join_all(std::move(all));
    EXPECT_EQ(order, (std::vector<int>{-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100}));
  });
}

rt::task<> counts(rt::mutex &m, long &counter, int times) {
  const counted alive;
  for (int i = 0; i != times; ++i) {
    const auto held = co_await m.lock();
    const long seen = counter;
    if (i % 8 == 0)
      co_await rt::yield();
    counter = seen + 1;
  }
}

TEST(Mutex, AdmitsOneTaskAtATimeOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  rt::mutex m;
  long counter = 0;
  auto body = [](rt::mutex &m, long &counter) -> rt::task<> {
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 16; ++i)
      all.push_back(rt::spawn(counts(m, counter, 1000)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body(m, counter));
  EXPECT_EQ(counter, 16000);
  EXPECT_EQ(counted::living(), 0);
}

TEST(Mutex, TryLockHoldsNothingWhileAnotherGuardDoes) {
  rt::mutex m;
  auto first = m.try_lock();
  EXPECT_TRUE(first);
  EXPECT_FALSE(m.try_lock());
  first.unlock();
  EXPECT_FALSE(first);
  EXPECT_TRUE(m.try_lock());
}

TEST(Mutex, GuardThatWasMovedUnlocksOnce) {
  rt::mutex m, other;
  auto first = m.try_lock();
  auto second = std::move(first);
  EXPECT_FALSE(first);
  EXPECT_TRUE(second);
  first.unlock(); // holds nothing: nothing happens
  EXPECT_FALSE(m.try_lock());
  second = other.try_lock();
  EXPECT_TRUE(m.try_lock());
  EXPECT_FALSE(other.try_lock());
  auto &self = second;
  second = std::move(self);
  EXPECT_TRUE(second);
}

TEST(Mutex, StoppedWaiterLeavesTheQueueAtOnce) {
  on_each_runtime([]() -> rt::task<> {
    rt::mutex m;
    std::vector<int> order;
    auto held = co_await m.lock();
    auto stopped = rt::spawn(appends(m, order, 1));
    co_await until([] { return counted::living() == 1; });
    co_await rt::sleep_for(2ms);
    auto patient = rt::spawn(appends(m, order, 2));
    stopped.abort();
    // Does not need the lock to end.
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    held.unlock();
    co_await std::move(patient);
    EXPECT_EQ(order, std::vector<int>{2});
    EXPECT_TRUE(m.try_lock());
  });
}

TEST(Mutex, IsNotLostWhenItsNextOwnerIsStoppedDuringTheHandOver) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::mutex m;
    std::vector<int> order;
    auto owns_and_yields = [](rt::mutex &m,
                              std::vector<int> &order) -> rt::task<> {
      const counted alive;
      const auto held = co_await m.lock();
      order.push_back(1);
      co_await rt::yield();
      order.push_back(-1);
    };
    auto held = co_await m.lock();
    auto next = rt::spawn(owns_and_yields(m, order));
    co_await yields(3);
    auto after = rt::spawn(appends(m, order, 2));
    co_await yields(3);
    held.unlock(); // `next` owns it now, and has not run yet
    EXPECT_FALSE(m.try_lock());
    next.abort();
    EXPECT_THROW(co_await std::move(next), rt::task_stopped);
    co_await std::move(after);
    EXPECT_EQ(order, (std::vector<int>{1, 2}));
    EXPECT_TRUE(m.try_lock());
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Mutex, SurvivesStopsAtAnyMoment) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  rt::mutex m;
  long counter = 0;
  auto body = [](rt::mutex &m, long &counter) -> rt::task<> {
    for (int round = 0; round != 300; ++round) {
      std::vector<rt::join_handle<void>> all;
      for (int i = 0; i != 8; ++i)
        all.push_back(rt::spawn(counts(m, counter, 50)));
      co_await yields(round % 13);
      for (auto &each : all)
        each.abort();
      for (auto &each : all)
        try {
          co_await std::move(each);
        } catch (const rt::task_stopped &) {
        }
      EXPECT_TRUE(m.try_lock());
    }
  };
  pool.block_on(body(m, counter));
  EXPECT_EQ(counted::living(), 0);
}

TEST(Mutex, IsFreeAfterAStopThatRacesWithTheHandOver) {
  constexpr int rounds = 20'000;
  rt::runtime pool = rt::runtime::builder{}.workers(1).build();
  rt::mutex m;
  rt::mutex::guard held;
  std::atomic<int> asked{0}, unlocked{0};
  std::thread other([&] {
    for (int round = 1; round <= rounds; ++round) {
      while (asked != round)
        std::this_thread::yield();
      held.unlock();
      unlocked = round;
    }
  });
  auto body = [&]() -> rt::task<> {
    std::vector<int> order;
    for (int round = 1; round <= rounds; ++round) {
      held = co_await m.lock();
      auto next = rt::spawn(appends(m, order, round));
      co_await yields(2);
      asked = round;
      for (volatile int delay = round % 128; delay != 0;)
        delay = delay - 1;
      next.abort();
      while (unlocked != round)
        std::this_thread::yield();
      try {
        co_await std::move(next);
      } catch (const rt::task_stopped &) {
      }
      EXPECT_TRUE(m.try_lock());
    }
  };
  pool.block_on(body());
  other.join();
  EXPECT_EQ(counted::living(), 0);
}

TEST(Mutex, IsNotWaitedForLongerThanATimeout) {
  on_each_runtime([]() -> rt::task<> {
    rt::mutex m;
    std::vector<int> order;
    auto held = co_await m.lock();
    const auto limited = co_await rt::timeout(2ms, appends(m, order, 1));
    EXPECT_FALSE(limited);
    held.unlock();
    const auto free = co_await rt::timeout(3600s, appends(m, order, 2));
    EXPECT_TRUE(free);
    EXPECT_EQ(order, std::vector<int>{2});
  });
}

TEST(Mutex, PassesThroughManyWaitersWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::mutex m;
    std::vector<int> order;
    order.reserve(many);
    auto held = co_await m.lock();
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(appends(m, order, i)));
    co_await until([] { return counted::living() == many; });
    held.unlock();
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(order.size(), std::size_t(many));
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Mutex, ThatIsAlwaysFreeStarvesNobody) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    bool seen = false;
    auto locks_until = [](bool &seen) -> rt::task<> {
      rt::mutex m;
      while (!seen)
        const auto held = co_await m.lock();
    };
    auto sees = [](bool &seen) -> rt::task<> {
      seen = true;
      co_return;
    };
    co_await rt::join(locks_until(seen), sees(seen));
  };
  thread.block_on(body());
}

TEST(Mutex, ThatIsAlwaysFreeLetsAStoppedTaskEnd) {
  on_each_runtime([]() -> rt::task<> {
    auto locks_forever = []() -> rt::task<> {
      const counted alive;
      rt::mutex m;
      for (;;)
        const auto held = co_await m.lock();
    };
    auto endless = rt::spawn(locks_forever());
    co_await until([] { return counted::living() == 1; });
    endless.abort();
    EXPECT_THROW(co_await std::move(endless), rt::task_stopped);
  });
}

TEST(Mutex, IsSharedByTwoRuntimes) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  rt::mutex m;
  long counter = 0;
  std::thread other([&] {
    rt::current_thread thread;
    thread.block_on(counts(m, counter, 2000));
  });
  pool.block_on(counts(m, counter, 2000));
  other.join();
  EXPECT_EQ(counter, 4000);
  EXPECT_EQ(counted::living(), 0);
}

/// Takes the lock again and again, and counts how often it comes from another
/// thread than before.
rt::task<> takes_turns(rt::mutex &m, std::thread::id &last, int &changes,
                       int times) {
  for (int i = 0; i != times; ++i) {
    const auto held = co_await m.lock();
    co_await rt::yield(); // so that the others queue up
    const auto here = std::this_thread::get_id();
    changes += here != last;
    last = here;
  }
}

// Elsewhere a lock that others wait for costs thirty times as much on two
// workers as on one: each hand-over wakes the idle one.
TEST(Mutex, HandsTheLockOverWithinOneOfTwoWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  constexpr int tasks = 100, times = 100;
  int changes = 0;
  pool.block_on([](int &changes) -> rt::task<> {
    rt::mutex m;
    std::thread::id last;
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != tasks; ++i)
      all.push_back(rt::spawn(takes_turns(m, last, changes, times)));
    for (auto &each : all)
      co_await std::move(each);
  }(changes));
  EXPECT_LT(changes, tasks * times / 5);
}

} // namespace
