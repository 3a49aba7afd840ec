#include "corolint/rt/cancel.hpp"
#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<> sleeps_for_ever() {
  const counted alive;
  co_await rt::sleep_for(std::chrono::hours(1000));
}

template <class T> rt::task<bool> is_stopped(rt::join_handle<T> handle) {
  try {
    co_await std::move(handle);
  } catch (const rt::task_stopped &) {
    co_return true;
  }
  co_return false;
}

struct noted {
  std::string &to;
  char what;
  ~noted() { to += what; }
};

TEST(Stop, DestroysTheFramesFromTheInsideOut) {
  on_each_runtime([]() -> rt::task<> {
    std::string order;
    auto handle = rt::spawn(
        [](std::string &order) -> rt::task<> {
          const noted outer{order, 'o'};
          co_await [](std::string &order) -> rt::task<> {
            const noted middle{order, 'm'};
            co_await [](std::string &order) -> rt::task<> {
              const noted inner{order, 'i'};
              co_await rt::sleep_for(1h);
            }(order);
          }(order);
        },
        std::ref(order));
    co_await rt::sleep_for(1ms);
    handle.abort();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
    EXPECT_EQ(order, "imo");
  });
}

/// Takes a little while.
void spin(int times) {
  for (int i = 0; i != times; ++i)
    std::atomic_signal_fence(std::memory_order_seq_cst);
}

TEST(Stop, ReachesATaskThatIsAboutToWait) {
  // On two workers, at any time: before it begins, while it runs on the way to
  // its suspension, or later. None may wait on.
  rt::runtime pool = rt::runtime::builder{}.workers(2).build();
  pool.block_on([]() -> rt::task<> {
    for (int i = 0; i != 3000; ++i) {
      std::atomic<bool> has_begun = false;
      auto handle = rt::spawn(
          [](std::atomic<bool> &has_begun, int times) -> rt::task<> {
            has_begun = true;
            spin(times);
            co_await sleeps_for_ever();
          },
          std::ref(has_begun), i % 50);
      // The other worker is to run it; if it does not come, nobody will.
      for (int tries = 0; !has_begun && tries != 2000; ++tries)
        std::this_thread::yield();
      spin(i / 50);
      handle.abort();
      const bool stopped = co_await is_stopped(std::move(handle));
      EXPECT_TRUE(stopped);
    }
  }());
  EXPECT_EQ(counted::living(), 0);
}

TEST(Stop, IsCaughtByNoHandler) {
  on_each_runtime([]() -> rt::task<> {
    bool swallowed = false;
    auto handle = rt::spawn(
        [](bool &swallowed) -> rt::task<> {
          try {
            co_await sleeps_for_ever();
          } catch (...) {
            swallowed = true;
          }
        },
        std::ref(swallowed));
    co_await rt::sleep_for(1ms);
    handle.abort();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
    EXPECT_FALSE(swallowed);
  });
}

TEST(Stop, ReachesATaskThatRunsAtItsNextSuspension) {
  on_each_runtime([]() -> rt::task<> {
    std::string order;
    std::stop_source stopped;
    auto handle = rt::spawn(
        [](std::string &order, std::stop_token stopped) -> rt::task<> {
          while (!stopped.stop_requested())
            std::this_thread::yield();
          order += co_await rt::stop_requested() ? 's' : '-';
          co_await rt::yield();
          order += 'x';
        },
        std::ref(order), stopped.get_token());
    // Before it runs on one thread, while it runs on two.
    if (rt::detail::this_worker->home.worker_count() > 1)
      co_await rt::sleep_for(2ms);
    handle.abort();
    stopped.request_stop();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
    EXPECT_EQ(order, "s");
  });
}

TEST(Stop, BeforeTheFirstRunKeepsTheTaskFromWaiting) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(sleeps_for_ever());
    handle.abort();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Checkpoint, EndsAStoppedTask) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn([]() -> rt::task<> {
      const counted alive;
      for (;;) {
        co_await rt::checkpoint();
        co_await rt::yield();
      }
    });
    co_await rt::sleep_for(1ms);
    handle.abort();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
  });
}

TEST(Shield, RunsToItsEndAndStopsWhoAwaitsItAfterwards) {
  on_each_runtime([]() -> rt::task<> {
    bool done = false, went_on = false;
    auto handle = rt::spawn(
        [](bool &done, bool &went_on) -> rt::task<> {
          co_await rt::shield([](bool &done) -> rt::task<> {
            co_await rt::sleep_for(5ms);
            done = true;
          }(done));
          went_on = true;
        },
        std::ref(done), std::ref(went_on));
    co_await rt::sleep_for(1ms);
    handle.abort();
    EXPECT_TRUE(co_await is_stopped(std::move(handle)));
    EXPECT_TRUE(done);
    EXPECT_FALSE(went_on);
  });
}

TEST(Shield, BeginsInATaskThatWasStoppedBefore) {
  on_each_runtime([]() -> rt::task<> {
    std::string log;
    std::atomic<bool> go = false;
    auto handle = rt::spawn(
        [](std::string &log, std::atomic<bool> &go) -> rt::task<> {
          while (!go && !co_await rt::stop_requested())
            go.wait(false);
          co_await rt::shield([](std::string &log) -> rt::task<> {
            co_await rt::sleep_for(1ms);
            log += 's';
          }(log));
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
    EXPECT_EQ(log, "s");
  });
}

TEST(StopWhen, StopsWhenATokenOfTheStandardLibraryAsksFor) {
  on_each_runtime([]() -> rt::task<> {
    std::stop_source source;
    auto handle = rt::spawn(
        [](std::stop_token token) -> rt::task<bool> {
          co_return co_await rt::stop_when(token, sleeps_for_ever());
        },
        source.get_token());
    co_await rt::sleep_for(1ms);
    std::jthread outside([&] { source.request_stop(); });
    EXPECT_FALSE(co_await std::move(handle));
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(StopWhen, GivesTheValueOfWhatIsDoneBefore) {
  on_each_runtime([]() -> rt::task<> {
    std::stop_source source;
    auto value = co_await rt::stop_when(
        source.get_token(), []() -> rt::task<int> { co_return 3; }());
    EXPECT_EQ(value, 3);
    source.request_stop();
    auto late =
        co_await rt::stop_when(source.get_token(), []() -> rt::task<int> {
          co_await rt::yield();
          co_return 4;
        }());
    EXPECT_FALSE(late.has_value());
  });
}

TEST(Runtime, StopsAndAwaitsAllTasksWhenItEnds) {
  for (int round = 0; round != 5; ++round) {
    {
      rt::runtime pool = rt::runtime::builder{}.workers(2).build();
      pool.block_on([]() -> rt::task<> {
        for (int i = 0; i != 200; ++i)
          rt::spawn(sleeps_for_ever()).detach();
        co_await rt::yield();
      }());
    }
    EXPECT_EQ(counted::living(), 0);
  }
}

} // namespace
