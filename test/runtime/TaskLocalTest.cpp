#include "Support.h"
#include "corolint/rt/join.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/yield.hpp"
#include <memory>
#include <string>

namespace rt = corolint::rt;

namespace {

rt::task_local<std::string> trace_id;
rt::task_local<int> depth;

rt::task<std::string> traced() {
  co_await rt::yield();
  co_return trace_id.get_or("none");
}

TEST(TaskLocal, HasNoValueWhereNoneWasSet) {
  EXPECT_EQ(trace_id.get(), nullptr);
  on_each_runtime([]() -> rt::task<> { EXPECT_EQ(co_await traced(), "none"); });
}

TEST(TaskLocal, FollowsWhatIsAwaitedJoinedAndSpawned) {
  on_each_runtime([]() -> rt::task<> {
    auto work = []() -> rt::task<std::string> {
      auto handle = rt::spawn(traced());
      auto [left, right] = co_await rt::join(traced(), traced());
      std::string inside;
      co_await rt::with_scope([&](rt::scope &s) -> rt::task<> {
        s.spawn([&inside]() -> rt::task<> { inside = co_await traced(); });
        co_return;
      });
      co_return left + right + co_await std::move(handle) + inside;
    };
    EXPECT_EQ(co_await trace_id.with("r1 ", work()), "r1 r1 r1 r1 ");
    EXPECT_EQ(co_await traced(), "none");
  });
}

TEST(TaskLocal, IsReplacedForWhatRunsInsideAndBackAfterwards) {
  on_each_runtime([]() -> rt::task<> {
    auto outer = []() -> rt::task<std::string> {
      std::string seen = co_await traced();
      seen += co_await trace_id.with("b", traced());
      seen += co_await traced();
      co_return seen;
    };
    EXPECT_EQ(co_await trace_id.with("a", outer()), "aba");
  });
}

TEST(TaskLocal, DoesNotMixDifferentVariables) {
  on_each_runtime([]() -> rt::task<> {
    auto both = []() -> rt::task<std::string> {
      co_await rt::yield();
      co_return *trace_id.get() + std::to_string(*depth.get());
    };
    auto inner = [](auto both) -> rt::task<std::string> {
      co_return co_await depth.with(3, both());
    };
    EXPECT_EQ(co_await trace_id.with("x", inner(both)), "x3");
  });
}

rt::task_local<std::shared_ptr<int>> shared;

TEST(TaskLocal, LivesAsLongAsATaskThatSeesIt) {
  on_each_runtime([]() -> rt::task<> {
    auto value = std::make_shared<int>(1);
    auto starts = []() -> rt::task<rt::join_handle<int>> {
      co_return rt::spawn([]() -> rt::task<int> {
        for (int i = 0; i != 10; ++i)
          co_await rt::yield();
        co_return **shared.get();
      });
    };
    auto handle = co_await shared.with(value, starts());
    EXPECT_GE(value.use_count(), 2);
    EXPECT_EQ(co_await std::move(handle), 1);
    co_await until([&] { return value.use_count() == 1; });
  });
}

} // namespace
