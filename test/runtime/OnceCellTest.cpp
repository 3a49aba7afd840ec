#include "Support.h"
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/once_cell.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

TEST(OnceCell, IsEmptyUntilItIsInitialised) {
  on_each_runtime([]() -> rt::task<> {
    rt::once_cell<std::string> cell;
    EXPECT_EQ(cell.get(), nullptr);
    std::string &made = co_await cell.get_or_init([] { return "first"; });
    EXPECT_EQ(made, "first");
    EXPECT_EQ(cell.get(), &made);
    EXPECT_EQ(std::as_const(cell).get(), &made);
    auto second = []() -> rt::task<std::string> { co_return "second"; };
    EXPECT_EQ(&co_await cell.get_or_init(second), &made);
    EXPECT_EQ(made, "first");
  });
}

TEST(OnceCell, TakesTheValueOfATask) {
  on_each_runtime([]() -> rt::task<> {
    rt::once_cell<std::unique_ptr<int>> cell;
    auto makes = [number = std::make_unique<int>(
                      7)]() mutable -> rt::task<std::unique_ptr<int>> {
      co_await rt::sleep_for(1ms);
      co_return std::move(number);
    };
    EXPECT_EQ(*co_await cell.get_or_init(std::move(makes)), 7);
  });
}

rt::task<> asks(rt::once_cell<int> &cell, std::atomic<int> &made) {
  const counted alive;
  const int value = co_await cell.get_or_init([&]() -> rt::task<int> {
    const counted alive;
    co_await rt::yield();
    co_return ++made;
  });
  EXPECT_EQ(value, 1);
}

TEST(OnceCell, IsInitialisedOnceOnFourWorkers) {
  rt::runtime pool = rt::runtime::builder{}.workers(4).build();
  auto body = []() -> rt::task<> {
    for (int round = 0; round != 50; ++round) {
      rt::once_cell<int> cell;
      std::atomic<int> made{0};
      std::vector<rt::join_handle<void>> all;
      for (int i = 0; i != 16; ++i)
        all.push_back(rt::spawn(asks(cell, made)));
      for (auto &each : all)
        co_await std::move(each);
      EXPECT_EQ(made, 1);
    }
  };
  pool.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

TEST(OnceCell, LetsTheNextOneTryWhenAnInitialiserFails) {
  on_each_runtime([]() -> rt::task<> {
    rt::once_cell<int> cell;
    std::atomic<int> made{0};
    auto fails = [](rt::once_cell<int> &cell) -> rt::task<> {
      bool caught = false;
      try {
        co_await cell.get_or_init([]() -> rt::task<int> {
          co_await rt::yield();
          throw std::runtime_error("no value");
        });
      } catch (const std::runtime_error &) {
        caught = true;
      }
      EXPECT_TRUE(caught);
    };
    co_await rt::join(fails(cell), asks(cell, made), asks(cell, made));
    EXPECT_EQ(made, 1);
    EXPECT_EQ(*cell.get(), 1);
  });
}

TEST(OnceCell, LetsTheNextOneTryWhenAnInitialiserIsStopped) {
  on_each_runtime([]() -> rt::task<> {
    rt::once_cell<int> cell;
    std::atomic<int> made{0};
    std::atomic<bool> began{false};
    auto hangs = [](rt::once_cell<int> &cell,
                    std::atomic<bool> &began) -> rt::task<> {
      co_await cell.get_or_init([&]() -> rt::task<int> {
        const counted alive;
        began = true;
        co_await rt::sleep_for(3600s);
        co_return 0;
      });
    };
    auto stopped = rt::spawn(hangs(cell, began));
    co_await until([&] { return began.load(); });
    auto next = rt::spawn(asks(cell, made));
    co_await rt::sleep_for(2ms);
    EXPECT_EQ(made, 0);
    stopped.abort();
    EXPECT_THROW(co_await std::move(stopped), rt::task_stopped);
    co_await std::move(next);
    EXPECT_EQ(made, 1);
  });
}

TEST(OnceCell, LetsManyWaitersGoOnWithoutGrowingTheStack) {
  rt::current_thread thread;
  auto body = []() -> rt::task<> {
    constexpr int many = 200'000;
    rt::once_cell<int> cell;
    std::atomic<int> made{0};
    rt::event go_ahead;
    auto makes = [](rt::once_cell<int> &cell, std::atomic<int> &made,
                    rt::event &go_ahead) -> rt::task<> {
      const counted alive;
      co_await cell.get_or_init([&]() -> rt::task<int> {
        co_await go_ahead.wait();
        co_return ++made;
      });
    };
    std::vector<rt::join_handle<void>> all;
    for (int i = 0; i != many; ++i)
      all.push_back(rt::spawn(makes(cell, made, go_ahead)));
    co_await until([] { return counted::living() == many; });
    go_ahead.set();
    for (auto &each : all)
      co_await std::move(each);
    EXPECT_EQ(made, 1);
  };
  thread.block_on(body());
  EXPECT_EQ(counted::living(), 0);
}

} // namespace
