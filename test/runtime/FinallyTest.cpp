#include "corolint/rt/finally.hpp"
#include "Support.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>
#include <functional>
#include <stdexcept>
#include <string>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

/// Clean-up that awaits.
rt::task<> notes(std::string &log, char what) {
  const counted alive;
  co_await rt::sleep_for(1ms);
  log += what;
}

rt::task<> fails(const char *why) {
  co_await rt::yield();
  throw std::runtime_error(why);
}

TEST(Finally, GivesTheValueOfTheWorkAfterTheCleanUp) {
  on_each_runtime([]() -> rt::task<> {
    std::string log;
    const int value = co_await rt::finally(after(1ms, 5), notes(log, 'c'));
    EXPECT_EQ(value, 5);
    EXPECT_EQ(log, "c");
    co_await rt::finally(notes(log, 'w'), notes(log, 'c'));
    EXPECT_EQ(log, "cwc");
  });
}

TEST(Finally, ThrowsWhatTheWorkThrewAfterTheCleanUp) {
  on_each_runtime([]() -> rt::task<> {
    std::string log;
    try {
      co_await rt::finally(fails("work"), notes(log, 'c'));
    } catch (const std::runtime_error &error) {
      log += error.what();
    }
    EXPECT_EQ(log, "cwork");
  });
}

TEST(Finally, CleansUpToTheEndWhenItIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    std::string log;
    auto handle = rt::spawn(
        [](std::string &log) -> rt::task<> {
          co_await rt::finally(sleeps(1h), notes(log, 'c'));
          log += 'x';
        },
        std::ref(log));
    co_await until([] { return counted::living() != 0; });
    handle.abort();
    bool stopped = false;
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
      stopped = true;
    }
    EXPECT_TRUE(stopped);
    EXPECT_EQ(log, "c");
    const auto late =
        co_await rt::timeout(1ms, [](std::string &log) -> rt::task<> {
          co_await rt::finally(sleeps(1h), notes(log, 'd'));
        }(log));
    EXPECT_FALSE(late.has_value());
    EXPECT_EQ(log, "cd");
  });
}

TEST(Finally, DestroysTheWorkBeforeItCleansUp) {
  on_each_runtime([]() -> rt::task<> {
    bool ended = false, seen = false;
    auto work = [](ends<bool>) -> rt::task<> { co_await rt::yield(); };
    auto look = [](const bool &ended, bool &seen) -> rt::task<> {
      seen = ended;
      co_return;
    };
    ends<bool> flag(ended);
    co_await rt::finally(work(std::move(flag)), look(ended, seen));
    EXPECT_TRUE(seen);
  });
}

TEST(Finally, CleansUpWithoutTheWorkInATaskThatWasStoppedBefore) {
  on_each_runtime([]() -> rt::task<> {
    std::string log;
    std::atomic<bool> go = false;
    auto handle = rt::spawn(
        [](std::string &log, std::atomic<bool> &go) -> rt::task<> {
          while (!go && !co_await rt::stop_requested())
            go.wait(false);
          co_await rt::finally(notes(log, 'w'), notes(log, 'c'));
          log += 'x';
        },
        std::ref(log), std::ref(go));
    handle.abort();
    go = true;
    go.notify_all();
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
    }
    EXPECT_EQ(log, "c");
  });
}

TEST(Finally, ThrowsAFailureOfTheCleanUpOrReportsIt) {
  static std::atomic<int> lost;
  lost = 0;
  const auto before =
      rt::set_lost_failure_handler([](std::exception_ptr) noexcept { ++lost; });
  on_each_runtime([]() -> rt::task<> {
    const int reported = lost;
    std::string caught;
    try {
      co_await rt::finally(sleeps(0ms), fails("cleanup"));
    } catch (const std::runtime_error &error) {
      caught = error.what();
    }
    EXPECT_EQ(caught, "cleanup");
    EXPECT_EQ(lost, reported);
    try {
      co_await rt::finally(fails("work"), fails("cleanup"));
    } catch (const std::runtime_error &error) {
      caught = error.what();
    }
    EXPECT_EQ(caught, "work");
    EXPECT_EQ(lost, reported + 1);
    static_cast<void>(co_await rt::timeout(1ms, []() -> rt::task<> {
      co_await rt::finally(sleeps(1h), fails("cleanup"));
    }()));
    EXPECT_EQ(lost, reported + 2);
  });
  rt::set_lost_failure_handler(before);
}

TEST(Finally, ThrowsIfThereIsNothingToRun) {
  on_each_runtime([]() -> rt::task<> {
    int caught = 0;
    std::string log;
    try {
      co_await rt::finally(rt::task<>(), notes(log, 'c'));
    } catch (const rt::task_consumed &) {
      ++caught;
    }
    try {
      co_await rt::finally(notes(log, 'w'), rt::task<>());
    } catch (const rt::task_consumed &) {
      ++caught;
    }
    EXPECT_EQ(caught, 2);
    EXPECT_EQ(log, "");
  });
}

TEST(Finally, CleansUpOnceAtWhateverMomentItIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    for (int i = 0; i != 500; ++i) {
      std::atomic<int> began = 0, cleaned = 0;
      auto handle = rt::spawn(
          [](std::atomic<int> &began, std::atomic<int> &cleaned) -> rt::task<> {
            ++began;
            co_await rt::finally(sleeps(1ms),
                                 [](std::atomic<int> &count) -> rt::task<> {
                                   co_await rt::yield();
                                   ++count;
                                 }(cleaned));
          },
          std::ref(began), std::ref(cleaned));
      for (int turns = i % 5; turns != 0; --turns)
        co_await rt::yield();
      if (i % 10 == 0)
        co_await rt::sleep_for(1ms);
      handle.abort();
      try {
        co_await std::move(handle);
      } catch (const rt::task_stopped &) {
      }
      EXPECT_EQ(began, cleaned);
    }
  });
}

} // namespace
