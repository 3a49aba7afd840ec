#include "corolint/rt/guarded.hpp"
#include "Support.h"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <map>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(Guarded, GivesAccessToItsValueUnderTheLock) {
  on_each_runtime([]() -> rt::task<> {
    rt::guarded<std::string> text("abc");
    {
      auto value = co_await text.lock();
      value->push_back('d');
      *value += 'e';
      EXPECT_FALSE(text.try_lock());
      value.unlock();
      EXPECT_FALSE(value);
    }
    auto again = text.try_lock();
    EXPECT_TRUE(again);
    EXPECT_EQ(*again, "abcde");
  });
}

TEST(Guarded, MakesItsValueInPlace) {
  struct immovable {
    explicit immovable(int number) : number(number) {}
    immovable(immovable &&) = delete;
    int number;
  };
  rt::guarded<immovable> one(7);
  EXPECT_EQ(one.try_lock()->number, 7);
  rt::guarded<std::unique_ptr<int>> none;
  EXPECT_EQ(*none.try_lock(), nullptr);
}

TEST(Guarded, AccessThatWasMovedKeepsTheLock) {
  rt::guarded<int> number(1);
  auto first = number.try_lock();
  auto second = std::move(first);
  EXPECT_FALSE(first);
  EXPECT_EQ(*second, 1);
  EXPECT_FALSE(number.try_lock());
  second = {};
  EXPECT_TRUE(number.try_lock());
}

TEST(Guarded, CountsRightOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  rt::guarded<long> counter(0);
  auto counts = [](rt::guarded<long> &counter) -> rt::task<> {
    const counted alive;
    for (int i = 0; i != 500; ++i) {
      auto value = co_await counter.lock();
      const long seen = *value;
      if (i % 8 == 0)
        co_await rt::yield();
      *value = seen + 1;
    }
  };
  auto body = [&]() -> rt::task<> {
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 8; ++i)
      all.push_back(rt::spawn(counts(counter)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body());
  EXPECT_EQ(*counter.try_lock(), 4000);
  EXPECT_EQ(counted::living(), 0);
}

TEST(Guarded, IsNotLockedByATaskThatIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::guarded<int> number(0);
    auto increments = [](rt::guarded<int> &number) -> rt::task<> {
      const counted alive;
      auto value = co_await number.lock();
      ++*value;
    };
    auto held = co_await number.lock();
    auto stopped = rt::spawn(increments(number));
    co_await until([] { return counted::living() == 1; });
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    EXPECT_EQ(*held, 0);
    held.unlock();
    EXPECT_TRUE(number.try_lock());
  });
}

TEST(Guarded, LendsItsLockToACondition) {
  on_each_runtime([]() -> rt::task<> {
    rt::guarded<int> number(0);
    rt::condition changed;
    auto waits = [](rt::guarded<int> &number,
                    rt::condition &changed) -> rt::task<> {
      auto value = co_await number.lock();
      co_await changed.wait(value.guard(), [&] { return *value == 3; });
      *value = 4;
    };
    auto sets = [](rt::guarded<int> &number,
                   rt::condition &changed) -> rt::task<> {
      for (int i = 1; i <= 3; ++i) {
        auto value = co_await number.lock();
        *value = i;
        changed.notify_one();
      }
    };
    co_await rt::join(waits(number, changed), sets(number, changed));
    EXPECT_EQ(*co_await number.lock(), 4);
  });
}

TEST(SharedGuarded, LetsManyReadAndOneWrite) {
  on_each_runtime([]() -> rt::task<> {
    rt::shared_guarded<std::map<std::string, int>> ages;
    {
      auto writing = co_await ages.write();
      (*writing)["Ann"] = 30;
      EXPECT_FALSE(ages.try_read());
      EXPECT_FALSE(ages.try_write());
    }
    auto reading = co_await ages.read();
    auto also = ages.try_read();
    EXPECT_TRUE(also);
    EXPECT_EQ(reading->at("Ann"), 30);
    static_assert(std::is_const_v<std::remove_reference_t<decltype(*reading)>>);
    EXPECT_FALSE(ages.try_write());
    reading.unlock();
    also.unlock();
    EXPECT_TRUE(ages.try_write());
  });
}

TEST(SharedGuarded, ShowsReadersWholeWritesOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  rt::shared_guarded<std::pair<long, long>> both(0, 0);
  auto mixes =
      [](rt::shared_guarded<std::pair<long, long>> &both) -> rt::task<> {
    const counted alive;
    for (int i = 0; i != 400; ++i)
      if (i % 4 == 0) {
        auto value = co_await both.write();
        ++value->first;
        co_await rt::yield();
        ++value->second;
      } else {
        auto value = co_await both.read();
        EXPECT_EQ(value->first, value->second);
      }
  };
  auto body = [&]() -> rt::task<> {
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 8; ++i)
      all.push_back(rt::spawn(mixes(both)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body());
  EXPECT_EQ(both.try_read()->first, 800);
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
