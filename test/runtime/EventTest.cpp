#include "corolint/rt/event.hpp"
#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
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

template <class Event>
rt::task<> appends(Event &e, std::vector<int> &order, int number) {
  const counted alive;
  co_await e.wait();
  order.push_back(number);
}

template <class Event> rt::task<> counts(Event &e, std::atomic<int> &passed) {
  const counted alive;
  co_await e.wait();
  ++passed;
}

TEST(Event, LetsEverybodyGoOnOnceItIsSet) {
  on_each_runtime([]() -> rt::task<> {
    rt::event e;
    std::atomic<int> passed{0};
    auto sets = [](rt::event &e, std::atomic<int> &passed) -> rt::task<> {
      co_await yields(5);
      EXPECT_EQ(passed, 0);
      EXPECT_FALSE(e.is_set());
      e.set();
      e.set();
      EXPECT_TRUE(e.is_set());
    };
    co_await rt::join(counts(e, passed), counts(e, passed), sets(e, passed));
    EXPECT_EQ(passed, 2);
    co_await e.wait(); // it stays set
  });
}

TEST(Event, MakesWaitersWaitAgainAfterAReset) {
  on_each_runtime([]() -> rt::task<> {
    rt::event e(true);
    co_await e.wait();
    e.reset();
    e.reset();
    std::atomic<int> passed{0};
    auto waits = rt::spawn(counts(e, passed));
    co_await rt::sleep_for(2ms);
    e.reset(); // waiters stay
    EXPECT_EQ(passed, 0);
    e.set();
    co_await std::move(waits);
    EXPECT_EQ(passed, 1);
  });
}

TEST(Event, IsSetByAThreadThatBelongsToNoRuntime) {
  rt::event e;
  std::thread other([&] {
    std::this_thread::sleep_for(2ms);
    e.set();
  });
  rt::current_thread thread;
  auto body = [](rt::event &e) -> rt::task<> { co_await e.wait(); };
  thread.block_on(body(e));
  other.join();
}

TEST(Event, MayBeDestroyedByWhoWasWaitingForIt) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto body = []() -> rt::task<> {
    auto sets = [](rt::event &e) -> rt::task<> {
      e.set();
      co_return;
    };
    for (int i = 0; i != 3000; ++i) {
      auto e = std::make_unique<rt::event>();
      auto setter = rt::spawn(sets(*e));
      if (i % 2 != 0)
        co_await rt::yield();
      co_await e->wait();
      e.reset();
      co_await std::move(setter);
    }
  };
  pool.block_on(body());
}

TEST(Event, LosesAWaiterThatIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::event e;
    std::atomic<int> passed{0};
    auto stopped = rt::spawn(counts(e, passed));
    auto patient = rt::spawn(counts(e, passed));
    co_await until([] { return counted::living() == 2; });
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    e.set();
    co_await std::move(patient);
    EXPECT_EQ(passed, 1);
  });
}

TEST(Event, ThatIsSetStarvesNobody) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    bool seen = false;
    auto waits_until = [](bool &seen) -> rt::task<> {
      rt::event e(true);
      while (!seen)
        co_await e.wait();
    };
    auto sees = [](bool &seen) -> rt::task<> {
      seen = true;
      co_return;
    };
    co_await rt::join(waits_until(seen), sees(seen));
  };
  thread.block_on(body());
}

TEST(Event, WakesManyWaitersWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::event e;
    std::atomic<int> passed{0};
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(counts(e, passed)));
    co_await until([] { return counted::living() == many; });
    e.set();
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(passed, many);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(AutoResetEvent, LetsOneWaiterGoOnInTheOrderOfArrival) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::auto_reset_event e;
    std::vector<int> order;
    auto sets = [](rt::auto_reset_event &e,
                   std::vector<int> &order) -> rt::task<> {
      for (std::size_t i = 1; i != 4; ++i) {
        e.set();
        EXPECT_FALSE(e.is_set());
        co_await yields(3);
        EXPECT_EQ(order.size(), i);
      }
    };
    co_await rt::join(appends(e, order, 1), appends(e, order, 2),
                      appends(e, order, 3), sets(e, order));
    EXPECT_EQ(order, (std::vector<int>{1, 2, 3}));
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(AutoResetEvent, RemembersOneSetForTheNextWaiter) {
  on_each_runtime([]() -> rt::task<> {
    rt::auto_reset_event e;
    e.set();
    e.set();
    EXPECT_TRUE(e.is_set());
    co_await e.wait();
    EXPECT_FALSE(e.is_set());
    e.set();
    e.reset();
    EXPECT_FALSE(e.is_set());
  });
}

TEST(AutoResetEvent, GoesToTheNextWaiterWhenTheFirstIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::auto_reset_event e;
    std::atomic<int> passed{0};
    auto stopped = rt::spawn(counts(e, passed));
    co_await until([] { return counted::living() == 1; });
    co_await rt::sleep_for(2ms);
    auto patient = rt::spawn(counts(e, passed));
    co_await until([] { return counted::living() == 2; });
    stopped.abort();
    e.set();
    co_await std::move(patient);
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    EXPECT_EQ(passed, 1);
  });
}

TEST(AutoResetEvent, PassesEachSetToOneTaskOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  std::atomic<long> inside{0};
  long counter = 0;
  auto body = [](std::atomic<long> &inside, long &counter) -> rt::task<> {
    rt::auto_reset_event e(true); // as a mutex
    auto takes_turns = [](rt::auto_reset_event &e, std::atomic<long> &inside,
                          long &counter) -> rt::task<> {
      const counted alive;
      for (int i = 0; i != 500; ++i) {
        co_await e.wait();
        EXPECT_EQ(++inside, 1);
        ++counter;
        if (i % 8 == 0)
          co_await rt::yield();
        --inside;
        e.set();
      }
    };
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 8; ++i)
      all.push_back(rt::spawn(takes_turns(e, inside, counter)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body(inside, counter));
  EXPECT_EQ(counter, 4000);
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
