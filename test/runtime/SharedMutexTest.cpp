#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> yields(int times) {
  for (int i = 0; i != times; ++i)
    co_await rt::yield();
}

rt::task<> reads(rt::shared_mutex &m, std::string &log) {
  const counted alive;
  const auto held = co_await m.lock_shared();
  log += 'r';
  co_await rt::yield();
  log += 'R';
}

rt::task<> writes(rt::shared_mutex &m, std::string &log) {
  const counted alive;
  const auto held = co_await m.lock();
  log += 'w';
  co_await rt::yield();
  log += 'W';
}

TEST(SharedMutex, AdmitsManyReadersOrOneWriter) {
  rt::shared_mutex m;
  auto reading = m.try_lock_shared();
  auto also = m.try_lock_shared();
  EXPECT_TRUE(reading);
  EXPECT_TRUE(also);
  EXPECT_FALSE(m.try_lock());
  reading.unlock();
  EXPECT_FALSE(m.try_lock());
  also.unlock();
  auto writing = m.try_lock();
  EXPECT_TRUE(writing);
  EXPECT_FALSE(m.try_lock());
  EXPECT_FALSE(m.try_lock_shared());
  writing.unlock();
  EXPECT_TRUE(m.try_lock_shared());
}

TEST(SharedMutex, GuardThatWasMovedUnlocksOnce) {
  rt::shared_mutex m;
  auto reading = m.try_lock_shared();
  auto moved = std::move(reading);
  EXPECT_FALSE(reading);
  reading.unlock();
  EXPECT_FALSE(m.try_lock());
  moved = rt::shared_mutex::shared_guard();
  EXPECT_TRUE(m.try_lock());
}

TEST(SharedMutex, KeepsNewReadersBehindAWaitingWriter) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::shared_mutex m;
    std::string log;
    auto first = co_await m.lock_shared();
    auto whole = [](rt::shared_mutex &m,
                    rt::shared_mutex::shared_guard first) -> rt::task<> {
      EXPECT_FALSE(m.try_lock_shared());
      first.unlock();
      co_return;
    };
    co_await rt::join(writes(m, log), reads(m, log), reads(m, log),
                      writes(m, log), reads(m, log),
                      whole(m, std::move(first)));
    EXPECT_EQ(log.substr(0, 2), "wW");
    EXPECT_EQ(std::count(log.begin() + 2, log.begin() + 6, 'r'), 2);
    EXPECT_EQ(log.substr(6), "wWrR");
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(SharedMutex, LetsReadersInWhenTheWriterBeforeThemIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::shared_mutex m;
    std::string written, read;
    auto held = co_await m.lock_shared();
    auto writer = rt::spawn(writes(m, written));
    co_await until([&] { return !m.try_lock_shared(); });
    auto reader = rt::spawn(reads(m, read));
    co_await until([] { return counted::living() == 2; });
    co_await rt::sleep_for(2ms);
    writer.abort();
    EXPECT_THROW(co_await std::move(writer), rt::task_stopped);
    co_await std::move(reader); // although `held` is
    EXPECT_EQ(written, "");
    EXPECT_EQ(read, "rR");
    EXPECT_TRUE(held);
  });
}

TEST(SharedMutex, IsNotLostWhenItsNextOwnerIsStoppedDuringTheHandOver) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    rt::shared_mutex m;
    std::string log;
    auto held = co_await m.lock();
    auto next = rt::spawn(writes(m, log));
    co_await yields(3);
    auto after = rt::spawn(reads(m, log));
    co_await yields(3);
    held.unlock();
    next.abort();
    EXPECT_THROW(co_await std::move(next), rt::task_stopped);
    co_await std::move(after);
    EXPECT_EQ(log, "wrR");
    EXPECT_TRUE(m.try_lock());
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

struct pair_of_equals {
  long left = 0;
  long right = 0;
};

rt::task<> mixes(rt::shared_mutex &m, pair_of_equals &value, int times) {
  const counted alive;
  for (int i = 0; i != times; ++i)
    if (i % 4 == 0) {
      const auto held = co_await m.lock();
      ++value.left;
      if (i % 8 == 0)
        co_await rt::yield();
      ++value.right;
    } else {
      const auto held = co_await m.lock_shared();
      EXPECT_EQ(value.left, value.right);
      if (i % 8 == 1)
        co_await rt::yield();
    }
}

TEST(SharedMutex, ShowsReadersWholeWritesOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  rt::shared_mutex m;
  pair_of_equals value;
  auto body = [](rt::shared_mutex &m, pair_of_equals &value) -> rt::task<> {
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != 16; ++i)
      all.push_back(rt::spawn(mixes(m, value, 800)));
    for (auto &each : all)
      co_await std::move(each);
  };
  pool.block_on(body(m, value));
  EXPECT_EQ(value.left, 16 * 200);
  EXPECT_EQ(counted::living(), 0);
}

TEST(SharedMutex, SurvivesStopsAtAnyMoment) {
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  auto body = []() -> rt::task<> {
    rt::shared_mutex m;
    auto cycles = [](rt::shared_mutex &m, int number) -> rt::task<> {
      const counted alive;
      for (int i = number;; ++i)
        if (i % 3 == 0) {
          const auto held = co_await m.lock();
          co_await rt::yield();
        } else {
          const auto held = co_await m.lock_shared();
          co_await rt::yield();
        }
    };
    for (int round = 0; round != 200; ++round) {
      std::vector<rt::join_handle<void>> all;
      for (int i = 0; i != 8; ++i)
        all.push_back(rt::spawn(cycles(m, i)));
      co_await yields(round % 13);
      for (auto &each : all)
        each.abort();
      for (auto &each : all)
        EXPECT_THROW(co_await std::move(each), rt::task_stopped);
      EXPECT_TRUE(m.try_lock());
    }
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(SharedMutex, LetsManyWaitersInWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::shared_mutex m;
    long counter = 0;
    auto counts = [](rt::shared_mutex &m, long &counter,
                     bool writer) -> rt::task<> {
      const counted alive;
      if (writer) {
        const auto held = co_await m.lock();
        ++counter;
      } else {
        const auto held = co_await m.lock_shared();
        ++counter; // on one thread
      }
    };
    auto held = co_await m.lock();
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(counts(m, counter, i > many / 2)));
    co_await until([] { return counted::living() == many; });
    held.unlock();
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(counter, many);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
