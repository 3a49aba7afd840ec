// consumes: the work that is passed runs to its end, and who passed it has
// nothing left to await it by. detaches: it does so if nobody awaits anything.
// drops_failures: only the handler of the whole program is told of a failure.

#include "Work.h"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/timeout.hpp"
#include <vector>

namespace {

std::vector<rt::task<>> range_of(rt::task<> work) {
  std::vector<rt::task<>> all;
  all.push_back(std::move(work));
  return all;
}

/// A stream that sets \p flag when it is asked for values.
rt::stream<int> asked(bool &flag) {
  flag = true;
  co_yield 1;
}

rt::task<> fails() {
  co_await rt::yield();
  throw std::runtime_error("for nobody");
}

std::atomic<int> lost = 0;

/// Expects that what \p body starts fails, and that \p body is not told.
template <class Body> void expect_lost(Body body) {
  lost = 0;
  const auto before =
      rt::set_lost_failure_handler([](std::exception_ptr) noexcept { ++lost; });
  EXPECT_NO_THROW(on_one_thread(body));
  EXPECT_EQ(lost, 1);
  rt::set_lost_failure_handler(before);
}

} // namespace

FACT(consumes, "block_on(work)") {
  bool ran = false;
  rt::block_on(sets(ran));
  EXPECT_TRUE(ran);
}

FACT(consumes, "operator|(source)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await (rt::merge(asked(ran)) | rt::collect());
    EXPECT_TRUE(ran);
  });
}

FACT(consumes, "current_thread::block_on(work)") {
  bool ran = false;
  rt::current_thread thread;
  thread.block_on(sets(ran));
  EXPECT_TRUE(ran);
}

FACT(consumes, "detail::operator|(source)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await (asked(ran) | rt::collect());
    EXPECT_TRUE(ran);
    ran = false;
    co_await (range_of(sets(ran)) |
              rt::for_each([](rt::task<> each) { return each; }));
    EXPECT_TRUE(ran);
  });
}

FACT(consumes, "finally(cleanup)") {
  expect_takes_over([](rt::task<> work) {
    return rt::finally(sleeps(1ms), std::move(work));
  });
}

FACT(consumes, "finally(work)") {
  expect_takes_over([](rt::task<> work) {
    return rt::finally(std::move(work), sleeps(1ms));
  });
}

FACT(consumes, "join(work)") {
  expect_takes_over([](rt::task<> work) { return rt::join(std::move(work)); });
}

FACT(consumes, "join_all(work)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await rt::join_all(range_of(sets(ran)));
    EXPECT_TRUE(ran);
  });
}

FACT(consumes, "join_set::spawn(work)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    rt::join_set<void> set;
    set.spawn(sets(ran));
    co_await until([&] { return ran; });
  });
}

FACT(consumes, "merge(first)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await (rt::merge(asked(ran)) | rt::collect());
    EXPECT_TRUE(ran);
  });
}

FACT(consumes, "merge(more)") {
  on_one_thread([]() -> rt::task<> {
    bool first = false, second = false;
    co_await (rt::merge(asked(first), asked(second)) | rt::collect());
    EXPECT_TRUE(second);
  });
}

FACT(consumes, "race(more)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::race(sleeps(1h), std::move(work)); });
}

FACT(consumes, "race(work)") {
  expect_takes_over([](rt::task<> work) { return rt::race(std::move(work)); });
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await rt::race(range_of(sets(ran)));
    EXPECT_TRUE(ran);
  });
}

FACT(consumes, "runtime::block_on(work)") {
  bool ran = false;
  rt::runtime pool = rt::runtime::builder{}.workers(1).build();
  pool.block_on(sets(ran));
  EXPECT_TRUE(ran);
}

FACT(consumes, "scope::spawn(work)") {
  expect_takes_over([](rt::task<> work) {
    return rt::with_scope(
        [work = std::move(work)](rt::scope &within) mutable -> rt::task<> {
          within.spawn(std::move(work));
          co_return;
        });
  });
}

FACT(consumes, "select(work)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::select(std::move(work)); });
}

FACT(consumes, "shield(work)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::shield(std::move(work)); });
}

FACT(consumes, "spawn(work)") {
  expect_takes_over([](rt::task<> work) { return rt::spawn(std::move(work)); });
}

FACT(consumes, "spawn_local(work)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::spawn_local(std::move(work)); });
}

FACT(consumes, "stop_when(work)") {
  expect_takes_over([](rt::task<> work) {
    return rt::stop_when(std::stop_token(), std::move(work));
  });
}

FACT(consumes, "task_local::with(work)") {
  const rt::task_local<int> name;
  expect_takes_over(
      [&](rt::task<> work) { return name.with(1, std::move(work)); });
}

FACT(consumes, "timeout(work)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::timeout(1h, std::move(work)); });
}

FACT(consumes, "timeout_at(work)") {
  expect_takes_over([](rt::task<> work) {
    return rt::timeout_at(rt::clock::now() + 1h, std::move(work));
  });
}

FACT(consumes, "try_join(work)") {
  expect_takes_over(
      [](rt::task<> work) { return rt::try_join(std::move(work)); });
}

FACT(consumes, "try_join_all(work)") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    co_await rt::try_join_all(range_of(sets(ran)));
    EXPECT_TRUE(ran);
  });
}

FACT(drops_failures, "join_handle::detach") {
  expect_lost([]() -> rt::task<> {
    // NOLINTNEXTLINE(coro-ignored-error): that is what is to be seen
    rt::spawn(fails()).detach();
    co_await rt::yield();
    co_await rt::yield();
  });
}

FACT(drops_failures, "join_handle") {
  expect_lost([]() -> rt::task<> {
    // NOLINTNEXTLINE(coro-ignored-error): that is what is to be seen
    const auto handle = rt::spawn(fails());
    co_await rt::yield();
    co_await rt::yield();
  });
}

FACT(detaches, "join_handle::detach") {
  on_one_thread([]() -> rt::task<> {
    bool ran = false;
    auto slow = [&]() -> rt::task<> {
      co_await rt::sleep_for(1ms);
      ran = true;
    };
    rt::spawn(slow()).detach();
    co_await until([&] { return ran; });
  });
}
