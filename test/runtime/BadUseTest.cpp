// What a mistake does, where no header's own test says it: it is refused at the
// place where it is made, and nothing else breaks.

#include "Support.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <functional>
#include <string>
#include <type_traits>
#include <vector>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

namespace {

rt::task<int> one() {
  const counted alive;
  co_await rt::yield();
  co_return 1;
}

/// True if awaiting what \p make returns is refused.
template <class Make> rt::task<bool> is_refused(Make make) {
  try {
    auto &&awaited = make(); // g++ 12 would copy a reference
    static_cast<void>(co_await awaited);
  } catch (const rt::task_consumed &) {
    co_return true;
  }
  co_return false;
}

template <class T> rt::task<T> none() { return {}; }

constinit rt::task_local<int> variable;

TEST(BadUse, OfAnEmptyTaskIsRefusedByEachCombinator) {
  on_each_runtime([]() -> rt::task<> {
    const bool by_join =
        co_await is_refused([] { return rt::join(one(), none<int>(), one()); });
    EXPECT_TRUE(by_join);
    const bool by_try_join =
        co_await is_refused([] { return rt::try_join(one(), none<int>()); });
    EXPECT_TRUE(by_try_join);
    const bool by_join_all = co_await is_refused([] {
      std::vector<rt::task<int>> work;
      work.push_back(one());
      work.push_back(none<int>());
      return rt::join_all(std::move(work));
    });
    EXPECT_TRUE(by_join_all);
    const bool by_select =
        co_await is_refused([] { return rt::select(one(), none<int>()); });
    EXPECT_TRUE(by_select);
    const bool by_race =
        co_await is_refused([] { return rt::race(none<int>(), one()); });
    EXPECT_TRUE(by_race);
    const bool by_timeout =
        co_await is_refused([] { return rt::timeout(1h, none<int>()); });
    EXPECT_TRUE(by_timeout);
    const bool by_shield =
        co_await is_refused([] { return rt::shield(none<int>()); });
    EXPECT_TRUE(by_shield);
    const bool by_stop_when =
        co_await is_refused([] { return rt::stop_when({}, none<int>()); });
    EXPECT_TRUE(by_stop_when);
    const bool by_local =
        co_await is_refused([] { return variable.with(1, none<int>()); });
    EXPECT_TRUE(by_local);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(BadUse, OfAnEmptyTaskInAScopeIsRefusedWhereItIsSpawned) {
  on_each_runtime([]() -> rt::task<> {
    bool refused = false;
    co_await rt::with_scope([&refused](rt::scope &tasks) -> rt::task<> {
      try {
        tasks.spawn(rt::task<>());
      } catch (const rt::task_consumed &) {
        refused = true;
      }
      co_return;
    });
    EXPECT_TRUE(refused);
  });
}

TEST(BadUse, OfACombinatorThatIsAwaitedTwiceIsRefused) {
  on_each_runtime([]() -> rt::task<> {
    auto both = rt::join(one(), one());
    co_await both;
    const bool join_again =
        co_await is_refused([&]() -> auto & { return both; });
    EXPECT_TRUE(join_again);
    auto scope = rt::with_scope([](rt::scope &) { return one(); });
    EXPECT_EQ(co_await scope, 1);
    const bool scope_again =
        co_await is_refused([&]() -> auto & { return scope; });
    EXPECT_TRUE(scope_again);
    auto limited = rt::timeout(1h, one());
    static_cast<void>(co_await limited);
    const bool timeout_again =
        co_await is_refused([&]() -> auto & { return limited; });
    EXPECT_TRUE(timeout_again);
    auto shielded = rt::shield(one());
    co_await shielded;
    const bool shield_again =
        co_await is_refused([&]() -> auto & { return shielded; });
    EXPECT_TRUE(shield_again);
    EXPECT_EQ(counted::living(), 0);
  });
}

TEST(BadUse, OfAHandleThatStandsForNothingDoesNothing) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(one());
    EXPECT_EQ(co_await std::move(handle), 1);
    EXPECT_FALSE(handle);
    EXPECT_TRUE(handle.is_done());
    handle.abort();
    std::move(handle).detach();
    handle = {};
  });
}

TEST(BadUse, OfATaskThatWasAbortedTwiceStopsItOnce) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(sleeps(1h));
    handle.abort();
    handle.abort();
    bool stopped = false;
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
      stopped = true;
    }
    EXPECT_TRUE(stopped);
  });
}

TEST(BadUse, OfAnAbortAfterTheEndLeavesTheValue) {
  on_each_runtime([]() -> rt::task<> {
    auto handle = rt::spawn(one());
    co_await until([&] { return handle.is_done(); });
    handle.abort();
    EXPECT_EQ(co_await std::move(handle), 1);
  });
}

TEST(BadUse, OfRunOnceInsideOfATaskIsRefused) {
  rt::current_thread thread;
  thread.block_on([](rt::current_thread &thread) -> rt::task<> {
    EXPECT_THROW(thread.run_once(), rt::nested_block_on);
    EXPECT_THROW(thread.block_on(one()), rt::nested_block_on);
    EXPECT_THROW(rt::block_on(one()), rt::nested_block_on);
    co_return;
  }(thread));
}

TEST(BadUse, OfAGuardThatIsReleasedTwiceReleasesOnce) {
  on_each_runtime([]() -> rt::task<> {
    rt::mutex m;
    auto guard = co_await m.lock();
    guard.unlock();
    auto other = m.try_lock();
    EXPECT_TRUE(other);
    guard.unlock();
    EXPECT_FALSE(m.try_lock());
    rt::semaphore s(1);
    auto permit = co_await s.acquire();
    permit.release();
    permit.release();
    EXPECT_EQ(s.available(), 1u);
  });
}

rt::stream<int> numbers() {
  const counted alive;
  co_yield 1;
  co_yield 2;
}

TEST(BadUse, OfAStreamThatWasMovedFromFindsItsEnd) {
  on_each_runtime([]() -> rt::task<> {
    rt::stream<int> first = numbers();
    EXPECT_EQ(co_await first.next(), 1);
    rt::stream<int> second = std::move(first);
    EXPECT_FALSE(co_await first.next());
    EXPECT_EQ(co_await second.next(), 2);
    EXPECT_FALSE(co_await second.next());
    EXPECT_FALSE(co_await second.next());
  });
}

/// Can be awaited without giving it up, and so a second time.
template <class T>
concept awaited_in_place = requires(T &object) { object.operator co_await(); };

TEST(BadUse, ByASecondOwnerOrAwaiterDoesNotCompile) {
  static_assert(!std::is_copy_constructible_v<rt::task<int>>);
  static_assert(!std::is_copy_constructible_v<rt::join_handle<int>>);
  static_assert(!std::is_copy_constructible_v<rt::stream<int>>);
  static_assert(!std::is_copy_constructible_v<rt::mutex::guard>);
  static_assert(!std::is_move_constructible_v<rt::mutex>);
  static_assert(!awaited_in_place<rt::task<int>>);
  static_assert(!awaited_in_place<rt::join_handle<int>>);
}

} // namespace
