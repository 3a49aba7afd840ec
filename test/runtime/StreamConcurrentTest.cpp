#include "Support.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <algorithm>
#include <atomic>
#include <memory>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

using numbers = std::vector<int>;

numbers up_to(int end) {
  numbers all(static_cast<std::size_t>(end));
  std::iota(all.begin(), all.end(), 0);
  return all;
}

/// How many tasks run at the same time.
struct gauge {
  std::atomic<int> now = 0;
  std::atomic<int> most = 0;

  class entry {
  public:
    explicit entry(gauge &of) : of_(of) {
      const int now = ++of_.now;
      int most = of_.most;
      while (most < now && !of_.most.compare_exchange_weak(most, now))
        ;
    }
    entry(const entry &) = delete;
    ~entry() { --of_.now; }

  private:
    gauge &of_;
  };
};

/// The later the number, the sooner it is done.
rt::task<int> reversed(gauge &running, int number) {
  const gauge::entry entry(running);
  const counted alive;
  co_await rt::sleep_for(std::chrono::milliseconds(10 - number % 10));
  co_return number;
}

auto reversing(gauge &running) {
  return [&running](int number) { return reversed(running, number); };
}

rt::stream<int> ticking(int first, std::chrono::milliseconds period,
                        int count) {
  const counted alive;
  for (int i = 0; i != count; ++i) {
    co_await rt::sleep_for(period);
    co_yield first + i;
  }
}

TEST(BufferUnordered, GivesValuesInTheOrderInWhichTasksEnd) {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on([]() -> rt::task<> {
    gauge running;
    const auto all = co_await (up_to(8) | rt::transform(reversing(running)) |
                               rt::buffer_unordered(4) | rt::collect());
    EXPECT_EQ(all.size(), 8u);
    EXPECT_EQ(numbers(all.begin(), all.begin() + 2), (numbers{3, 2}));
    EXPECT_EQ(running.most, 4);
  }());
}

TEST(BufferUnordered, RunsNoMoreThanItsLimitAtTheSameTime) {
  on_each_runtime([]() -> rt::task<> {
    for (const std::size_t limit : {1, 3, 100}) {
      gauge running;
      auto all = co_await (up_to(20) | rt::transform(reversing(running)) |
                           rt::buffer_unordered(limit) | rt::collect());
      EXPECT_EQ(running.most,
                static_cast<int>(std::min<std::size_t>(limit, 20)));
      std::sort(all.begin(), all.end());
      EXPECT_EQ(all, up_to(20));
    }
    EXPECT_THROW((void)rt::buffer_unordered(0), std::invalid_argument);
    EXPECT_THROW((void)rt::buffered(0), std::invalid_argument);
  });
}

TEST(BufferUnordered, TakesARangeOfTasks) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    std::vector<rt::task<int>> tasks;
    for (int i = 0; i != 5; ++i)
      tasks.push_back(reversed(running, i));
    auto all =
        co_await (std::move(tasks) | rt::buffer_unordered(5) | rt::collect());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all, up_to(5));
    std::vector<rt::task<>> silent;
    silent.push_back([]() -> rt::task<> { co_return; }());
    const auto done =
        co_await (std::move(silent) | rt::buffer_unordered(2) | rt::collect());
    EXPECT_EQ(done.size(), 1u);
  });
}

TEST(BufferUnordered, StopsAndAwaitsItsTasksWhenItsConsumerHasEnough) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto some =
        co_await (up_to(100) | rt::transform(reversing(running)) |
                  rt::buffer_unordered(8) | rt::take(3) | rt::collect());
    EXPECT_EQ(some.size(), 3u);
    EXPECT_EQ(running.now, 0);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(BufferUnordered, StopsAndAwaitsItsTasksWhenItIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto collect_all = [](gauge &running) -> rt::task<> {
      (void)co_await (up_to(1000) | rt::transform(reversing(running)) |
                      rt::buffer_unordered(8) | rt::collect());
    };
    EXPECT_FALSE(co_await rt::timeout(5ms, collect_all(running)));
    EXPECT_EQ(running.now, 0);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(BufferUnordered, ThrowsWhatATaskThrowsAfterTheOthersWereAwaited) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto fails = [&running](int number) -> rt::task<int> {
      const gauge::entry entry(running);
      co_await rt::sleep_for(std::chrono::milliseconds(number + 1));
      if (number == 3)
        throw std::runtime_error("three");
      co_return number;
    };
    numbers seen;
    const auto note = [&seen](int number) { seen.push_back(number); };
    auto all = up_to(50) | rt::transform(fails) | rt::buffer_unordered(5) |
               rt::for_each(note);
    EXPECT_THROW(co_await std::move(all), std::runtime_error);
    EXPECT_EQ(running.now, 0);
    EXPECT_LE(seen.size(), 8u);
  });
}

TEST(BufferUnordered, ThrowsWhatItsSourceThrows) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto source = [](gauge &running) -> rt::stream<rt::task<int>> {
      co_yield reversed(running, 1);
      co_await rt::yield();
      throw std::runtime_error("no more");
    };
    auto all = source(running) | rt::buffer_unordered(2) | rt::collect();
    EXPECT_THROW((void)co_await std::move(all), std::runtime_error);
    EXPECT_EQ(running.now, 0);
  });
}

TEST(BufferUnordered, HasAStreamForItsConsumer) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto sum_until_ten = [](rt::stream<int> from) -> rt::task<int> {
      int sum = 0;
      while (auto number = co_await from.next())
        if ((sum += *number) >= 10)
          break;
      co_return sum;
    };
    const int sum =
        co_await (up_to(100) | rt::transform(reversing(running)) |
                  rt::buffer_unordered(2) | rt::consume(sum_until_ten));
    EXPECT_GE(sum, 10);
    EXPECT_EQ(running.now, 0);
  });
}

TEST(BufferUnordered, NeverRunsIfItIsDropped) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    {
      const auto dropped = up_to(3) | rt::transform(reversing(running)) |
                           rt::buffer_unordered(2);
      const auto whole = up_to(3) | rt::transform(reversing(running)) |
                         rt::buffer_unordered(2) | rt::collect();
    }
    EXPECT_EQ(running.most, 0);
    co_return;
  });
}

TEST(BufferUnordered, UsesAllWorkersForTasksThatWereSpawned) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  pool.block_on([]() -> rt::task<> {
    const auto spawned = [](int number) -> rt::task<int> {
      return
          [](rt::join_handle<int> handle) -> rt::task<int> {
            co_return co_await std::move(handle);
          }(rt::spawn(
                                              [](int number) -> rt::task<int> {
                                                for (int i = 0; i != number % 5;
                                                     ++i)
                                                  co_await rt::yield();
                                                co_return number;
                                              },
                                              number));
    };
    auto all = co_await (up_to(3000) | rt::transform(spawned) |
                         rt::buffer_unordered(16) | rt::collect());
    std::sort(all.begin(), all.end());
    EXPECT_EQ(all, up_to(3000));
  }());
}

TEST(Buffered, GivesValuesInTheOrderOfTheTasks) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto all = co_await (up_to(25) | rt::transform(reversing(running)) |
                               rt::buffered(4) | rt::collect());
    EXPECT_EQ(all, up_to(25));
    EXPECT_EQ(running.most, 4);
  });
}

TEST(Buffered, GivesWhatComesBeforeAFailureFirst) {
  on_each_runtime([]() -> rt::task<> {
    const auto fails = [](int number) -> rt::task<int> {
      co_await rt::sleep_for(std::chrono::milliseconds(5 - number));
      if (number == 3)
        throw std::runtime_error("three");
      co_return number;
    };
    numbers seen;
    const auto note = [&seen](int number) { seen.push_back(number); };
    auto all =
        up_to(5) | rt::transform(fails) | rt::buffered(5) | rt::for_each(note);
    EXPECT_THROW(co_await std::move(all), std::runtime_error);
    EXPECT_EQ(seen, up_to(3));
  });
}

TEST(Buffered, GivesWhatComesBeforeAFailureOfItsSourceFirst) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto source = [](gauge &running) -> rt::stream<rt::task<int>> {
      co_yield reversed(running, 0);
      co_yield reversed(running, 1);
      throw std::runtime_error("no more");
    };
    numbers seen;
    const auto note = [&seen](int number) { seen.push_back(number); };
    auto all = source(running) | rt::buffered(5) | rt::for_each(note);
    EXPECT_THROW(co_await std::move(all), std::runtime_error);
    EXPECT_EQ(seen, up_to(2));
  });
}

TEST(Buffered, CanStandBehindAnotherOne) {
  on_each_runtime([]() -> rt::task<> {
    gauge first, second;
    const auto odd = [](int number) { return number % 2 != 0; };
    const auto some = co_await (up_to(100) | rt::transform(reversing(first)) |
                                rt::buffered(3) | rt::filter(odd) |
                                rt::transform(reversing(second)) |
                                rt::buffered(2) | rt::take(4) | rt::collect());
    EXPECT_EQ(some, (numbers{1, 3, 5, 7}));
    EXPECT_LE(first.most, 3);
    EXPECT_LE(second.most, 2);
    EXPECT_EQ(first.now + second.now, 0);
  });
}

TEST(Merge, GivesValuesAsTheyCome) {
  rt::current_thread thread;
  thread.pause_clock();
  thread.block_on([]() -> rt::task<> {
    const auto all = co_await (
        rt::merge(ticking(0, 10ms, 3), ticking(10, 14ms, 2)) | rt::collect());
    EXPECT_EQ(all, (numbers{0, 10, 1, 11, 2}));
  }());
}

TEST(Merge, UnwindsItsStreamsWhenItsConsumerHasEnough) {
  on_each_runtime([]() -> rt::task<> {
    const auto some =
        co_await (rt::merge(ticking(0, 1ms, 1000), ticking(1, 100h, 1)) |
                  rt::take(3) | rt::collect());
    EXPECT_EQ(some, up_to(3));
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(Merge, ThrowsWhatOneOfItsStreamsThrows) {
  on_each_runtime([]() -> rt::task<> {
    const auto failing = []() -> rt::stream<int> {
      co_await rt::sleep_for(1ms);
      throw std::runtime_error("failed");
      co_yield 0;
    };
    auto all = rt::merge(failing(), ticking(0, 100h, 1)) | rt::collect();
    EXPECT_THROW((void)co_await std::move(all), std::runtime_error);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(ForEachConcurrent, RunsNoMoreThanItsLimitAtTheSameTime) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    std::atomic<int> sum = 0;
    const auto add = [&](int number) -> rt::task<> {
      sum += co_await reversed(running, number);
    };
    co_await (up_to(20) | rt::for_each_concurrent(4, add));
    EXPECT_EQ(sum, 190);
    EXPECT_EQ(running.most, 4);
    EXPECT_THROW((void)rt::for_each_concurrent(0, add), std::invalid_argument);
  });
}

TEST(ForEachConcurrent, StopsTheOthersAtTheFirstFailure) {
  on_each_runtime([]() -> rt::task<> {
    gauge running;
    const auto fails = [&running](int number) -> rt::task<> {
      const gauge::entry entry(running);
      co_await rt::sleep_for(number == 2 ? 1ms : 100h);
      throw std::runtime_error("failed");
    };
    auto all = up_to(20) | rt::for_each_concurrent(5, fails);
    EXPECT_THROW(co_await std::move(all), std::runtime_error);
    EXPECT_EQ(running.now, 0);
    EXPECT_EQ(running.most, 5);
  });
}

TEST(ForEachConcurrent, AsksItsSourceInTurns) {
  on_each_runtime([]() -> rt::task<> {
    std::atomic<int> sum = 0;
    const auto add = [&sum](int number) -> rt::task<> {
      co_await rt::yield();
      sum += number;
    };
    co_await (ticking(0, 1ms, 10) | rt::for_each_concurrent(3, add));
    EXPECT_EQ(sum, 45);
  });
}

} // namespace
