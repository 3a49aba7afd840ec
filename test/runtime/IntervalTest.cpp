#include "corolint/rt/interval.hpp"
#include "Support.h"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include <chrono>
#include <functional>
#include <stdexcept>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

using milliseconds = std::chrono::milliseconds;

/// When ticks came, since the first one, if the task is busy for a while after
/// each of them.
std::vector<milliseconds> ticks_of(rt::missed_ticks policy,
                                   std::vector<milliseconds> busy) {
  rt::current_thread thread;
  thread.pause_clock();
  return thread.block_on(
      [](rt::missed_ticks policy, std::vector<milliseconds> busy)
          -> rt::task<std::vector<milliseconds>> {
        rt::interval ticks(100ms, policy);
        std::vector<milliseconds> came;
        const auto begin = rt::now();
        for (const milliseconds span : busy) {
          co_await ticks.tick();
          came.push_back(
              std::chrono::duration_cast<milliseconds>(rt::now() - begin));
          if (span != 0ms)
            co_await rt::sleep_until(rt::now() + span);
        }
        co_return came;
      }(policy, std::move(busy)));
}

TEST(Interval, TicksAtOnceAndThenOnceAPeriod) {
  EXPECT_EQ(ticks_of(rt::missed_ticks::burst, {0ms, 30ms, 99ms, 0ms}),
            (std::vector<milliseconds>{0ms, 100ms, 200ms, 300ms}));
}

TEST(Interval, BurstsThroughTheTicksThatWereMissed) {
  EXPECT_EQ(ticks_of(rt::missed_ticks::burst, {250ms, 0ms, 0ms, 0ms, 0ms}),
            (std::vector<milliseconds>{0ms, 250ms, 250ms, 300ms, 400ms}));
}

TEST(Interval, DelaysTheTicksThatFollowALateOne) {
  EXPECT_EQ(ticks_of(rt::missed_ticks::delay, {250ms, 0ms, 0ms, 0ms}),
            (std::vector<milliseconds>{0ms, 250ms, 350ms, 450ms}));
}

TEST(Interval, SkipsTheTicksThatWereMissed) {
  EXPECT_EQ(ticks_of(rt::missed_ticks::skip, {250ms, 0ms, 0ms, 0ms}),
            (std::vector<milliseconds>{0ms, 250ms, 300ms, 400ms}));
}

TEST(Interval, TellsWhenATickWasDue) {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on([]() -> rt::task<> {
    rt::interval ticks(10ms);
    const auto begin = co_await ticks.tick();
    EXPECT_EQ(begin, rt::now());
    co_await rt::sleep_until(begin + 15ms);
    EXPECT_EQ(co_await ticks.tick() - begin, 10ms);
    EXPECT_EQ(co_await ticks.tick() - begin, 20ms);
    EXPECT_EQ(ticks.period(), 10ms);
  }());
}

TEST(Interval, OfNoTimeIsRefused) {
  EXPECT_THROW(rt::interval(0ms), std::invalid_argument);
  EXPECT_THROW(rt::interval(-1ms), std::invalid_argument);
}

TEST(Interval, NeverTicksEarly) {
  on_each_runtime([]() -> rt::task<> {
    rt::interval ticks(3ms);
    for (int i = 0; i != 10; ++i) {
      const auto due = co_await ticks.tick();
      EXPECT_GE(rt::clock::now(), due);
    }
  });
}

TEST(Interval, LeavesATickToTheNextWhenItIsStopped) {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on([]() -> rt::task<> {
    rt::interval ticks(100ms);
    const auto begin = co_await ticks.tick();
    const auto late =
        co_await rt::timeout(50ms, [](rt::interval &ticks) -> rt::task<> {
          co_await ticks.tick();
        }(ticks));
    EXPECT_FALSE(late.has_value());
    EXPECT_EQ(co_await ticks.tick() - begin, 100ms);
  }());
}

TEST(Interval, ThatIsAlwaysLateLetsOthersRunAndCanBeStopped) {
  rt::current_thread thread;
  thread.block_on([]() -> rt::task<> {
    bool other_ran = false;
    auto late = rt::spawn([]() -> rt::task<> {
      rt::interval ticks(1ns);
      for (;;)
        co_await ticks.tick();
    });
    auto other = rt::spawn(
        [](bool &ran) -> rt::task<> {
          ran = true;
          co_return;
        },
        std::ref(other_ran));
    co_await std::move(other);
    EXPECT_TRUE(other_ran);
    late.abort();
    bool stopped = false;
    try {
      co_await std::move(late);
    } catch (const rt::task_stopped &) {
      stopped = true;
    }
    EXPECT_TRUE(stopped);
  }());
}

} // namespace
