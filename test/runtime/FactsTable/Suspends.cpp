// may_suspend: there is a state in which another task of the thread runs during
// the co_await. never_suspends: there is none.

#include "Row.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/interval.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/latch.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include "corolint/rt/watch.hpp"
#include "corolint/rt/yield.hpp"

namespace {

/// Expects that another task, which calls \p release, runs while one awaits
/// what \p wait returns.
template <class Wait, class Release>
void expect_suspends(Wait wait, Release release) {
  on_one_thread([&]() -> rt::task<> {
    bool other_ran = false;
    auto other = [&]() -> rt::task<> {
      other_ran = true;
      release();
      co_return;
    };
    auto released = rt::spawn(other());
    EXPECT_FALSE(other_ran);
    static_cast<void>(co_await wait());
    EXPECT_TRUE(other_ran);
    co_await std::move(released);
  });
}

constexpr auto nothing = [] {};

} // namespace

FACT(may_suspend, "auto_reset_event::awaiter") {
  rt::auto_reset_event ready;
  expect_suspends([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(may_suspend, "barrier::awaiter") {
  rt::barrier both(2);
  expect_suspends([&] { return both.arrive_and_wait(); },
                  [&] { both.arrive_and_drop(); });
}

FACT(may_suspend, "broadcast_awaiter") {
  auto [to, from] = rt::broadcast<int>(1);
  expect_suspends([&from = from] { return from.receive(); },
                  [&to = to] { to.send(1); });
}

FACT(may_suspend, "condition::awaiter") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  expect_suspends([&] { return changed.wait(held); },
                  [&] { changed.notify_one(); });
}

FACT(may_suspend, "detail::access_awaiter") {
  rt::guarded<int> value(1);
  auto access = value.try_lock();
  expect_suspends([&] { return value.lock(); }, [&] { access.unlock(); });
}

FACT(may_suspend, "detail::blocking_operation") {
  std::atomic<bool> released{false};
  expect_suspends(
      [&] {
        return rt::spawn_blocking(
            [&] { hold_thread_until([&] { return released.load(); }); });
      },
      [&] { released = true; });
}

FACT(may_suspend, "detail::branches_operation") {
  expect_suspends([] { return rt::join(sleeps(1ms)); }, nothing);
}

FACT(may_suspend, "detail::checkpoint_awaiter") {
  expect_suspends(
      []() -> rt::task<> {
        for (int i = 0; i != 1000; ++i)
          co_await rt::checkpoint();
      },
      nothing);
}

FACT(may_suspend, "event::awaiter") {
  rt::event ready;
  expect_suspends([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(may_suspend, "interval::awaiter") {
  expect_suspends(
      []() -> rt::task<> {
        rt::interval beat(1ms);
        for (int i = 0; i != 3; ++i)
          static_cast<void>(co_await beat.tick());
      },
      nothing);
}

FACT(may_suspend, "join_handle::awaiter") {
  expect_suspends(
      []() -> rt::task<> {
        auto handle = rt::spawn(sleeps(1ms));
        co_await std::move(handle);
      },
      nothing);
}

FACT(may_suspend, "join_set::next_end") {
  expect_suspends(
      []() -> rt::task<> {
        rt::join_set<void> set;
        set.spawn(sleeps(1ms));
        co_await set.next();
      },
      nothing);
}

FACT(may_suspend, "latch::awaiter") {
  rt::latch open(1);
  expect_suspends([&] { return open.wait(); }, [&] { open.count_down(); });
}

FACT(may_suspend, "mutex::lock_awaiter") {
  rt::mutex m;
  rt::mutex::guard held = m.try_lock();
  expect_suspends([&] { return m.lock(); }, [&] { held.unlock(); });
}

FACT(may_suspend, "oneshot_receiver::awaiter") {
  auto [to, from] = rt::oneshot<int>();
  expect_suspends(
      [&from = from] { return std::move(from).operator co_await(); },
      [&to = to] { to.send(1); });
}

FACT(may_suspend, "receive_awaiter") {
  auto [to, from] = rt::channel<int>(1);
  expect_suspends([&from = from] { return from.receive(); },
                  [&to = to] { EXPECT_TRUE(to.try_send(1)); });
}

FACT(may_suspend, "semaphore::acquire_awaiter") {
  rt::semaphore permits(0);
  expect_suspends([&] { return permits.acquire(); },
                  [&] { permits.release(); });
}

FACT(may_suspend, "send_awaiter") {
  auto [to, from] = rt::channel<int>(0);
  expect_suspends([&to = to] { return to.send(1); },
                  [&from = from] { EXPECT_TRUE(from.try_receive()); });
}

FACT(may_suspend, "shared_mutex::basic_awaiter") {
  rt::shared_mutex m;
  rt::shared_mutex::guard held = m.try_lock();
  expect_suspends([&] { return m.lock_shared(); }, [&] { held.unlock(); });
}

FACT(may_suspend, "sleep_awaiter") {
  expect_suspends([] { return rt::sleep_for(1ms); }, nothing);
}

FACT(may_suspend, "stream::awaiter") {
  auto slow = []() -> rt::stream<int> {
    co_await rt::sleep_for(1ms);
    co_yield 1;
  };
  rt::stream<int> values = slow();
  expect_suspends([&] { return values.next(); }, nothing);
}

FACT(may_suspend, "task::awaiter") {
  expect_suspends([] { return sleeps(1ms); }, nothing);
}

FACT(may_suspend, "unbounded_receive_awaiter") {
  auto [to, from] = rt::unbounded_channel<int>();
  expect_suspends([&from = from] { return from.receive(); },
                  [&to = to] { EXPECT_TRUE(to.send(1)); });
}

FACT(may_suspend, "watch_awaiter") {
  auto [to, from] = rt::watch(0);
  expect_suspends([&from = from] { return from.changed(); },
                  [&to = to] { to.send(1); });
}

FACT(may_suspend, "yield_awaiter") {
  expect_suspends([] { return rt::yield(); }, nothing);
}

namespace {

/// Expects that no other task runs while one awaits what \p wait returns, over
/// and over again.
template <class Wait> void expect_never_suspends(Wait wait) {
  on_one_thread([&]() -> rt::task<> {
    bool other_ran = false;
    auto other = [&]() -> rt::task<> {
      other_ran = true;
      co_return;
    };
    auto ready = rt::spawn(other());
    for (int i = 0; i != 1000; ++i)
      static_cast<void>(co_await wait());
    EXPECT_FALSE(other_ran);
    co_await std::move(ready);
  });
}

} // namespace

FACT(never_suspends, "detail::stop_requested_awaiter") {
  expect_never_suspends([] { return rt::detail::stop_requested_awaiter(); });
}

FACT(never_suspends, "stop_requested") {
  expect_never_suspends([] { return rt::stop_requested(); });
}
