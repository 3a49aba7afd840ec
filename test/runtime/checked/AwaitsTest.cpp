#include "corolint/rt/detail/observed.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/yield.hpp"
#include <coroutine>
#include <gtest/gtest.h>
#include <utility>

namespace rt = corolint::rt;
using rt::detail::is_of_runtime;

namespace {

// A compiler may leave a namespace out of the name of a type.
TEST(Awaits, OfThisLibraryAreKnownWhateverNamespaceTheyAreIn) {
  EXPECT_TRUE(is_of_runtime<rt::yield_awaiter>);
  EXPECT_TRUE(is_of_runtime<decltype(std::declval<rt::event &>().wait())>);
  EXPECT_TRUE(is_of_runtime<decltype(rt::join(std::declval<rt::task<>>()))>);
  EXPECT_FALSE(is_of_runtime<std::suspend_always>);
}

// Nothing of the frame is spent on it.
TEST(Awaits, KeepAnAwaiterWithoutMembersByValue) {
  EXPECT_EQ(sizeof(rt::detail::observed_awaiter<rt::yield_awaiter &&>), 1U);
}

struct remembers {
  int value = 0;
  bool await_ready() noexcept {
    ++value;
    return true;
  }
  void await_suspend(std::coroutine_handle<>) const noexcept {}
  void await_resume() noexcept { ++value; }
};

TEST(Awaits, ReachTheAwaiterThatWasGivenIfItHasMembers) {
  const int seen = rt::current_thread().block_on([]() -> rt::task<int> {
    remembers mine;
    co_await mine;
    co_await std::move(mine);
    co_return mine.value;
  }());
  EXPECT_EQ(seen, 4);
}

} // namespace
