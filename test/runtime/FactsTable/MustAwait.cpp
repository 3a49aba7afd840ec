// task: its coroutine does not begin when it is dropped. must_await: what it
// stands for does not happen. stops_if_dropped, runs_on_if_dropped: what has
// begun is stopped, or goes on, and there is nothing left to see its end by.

#include "Work.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/interval.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/latch.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include "corolint/rt/watch.hpp"

FACT(task, "stream") {
  bool ran = false;
  auto yields = [&]() -> rt::stream<int> {
    ran = true;
    co_yield 1;
  };
  static_cast<void>(yields()); // NOLINT(coro-discarded-task): never to run
  EXPECT_FALSE(ran);
  on_one_thread([&]() -> rt::task<> {
    rt::stream<int> values = yields();
    EXPECT_FALSE(ran);
    EXPECT_EQ(co_await values.next(), 1);
    EXPECT_TRUE(ran);
  });
}

FACT(task, "task") {
  bool ran = false;
  static_cast<void>(sets(ran)); // NOLINT(coro-discarded-task): never to run
  EXPECT_FALSE(ran);
  on_one_thread([&]() -> rt::task<> {
    rt::task<> work = sets(ran);
    EXPECT_FALSE(ran);
    co_await std::move(work);
    EXPECT_TRUE(ran);
  });
}

FACT(must_await, "auto_reset_event::awaiter") {
  rt::auto_reset_event ready(true);
  static_cast<void>(ready.wait());
  on_one_thread([&]() -> rt::task<> { co_await ready.wait(); });
}

FACT(must_await, "barrier::awaiter") {
  rt::barrier both(2);
  on_one_thread([&]() -> rt::task<> {
    bool arrived = false;
    static_cast<void>(both.arrive_and_wait());
    auto arrive = [&]() -> rt::task<> {
      co_await both.arrive_and_wait();
      arrived = true;
    };
    auto first = rt::spawn(arrive());
    co_await rt::yield();
    EXPECT_FALSE(arrived);
    co_await both.arrive_and_wait();
    co_await std::move(first);
  });
}

FACT(must_await, "broadcast_awaiter") {
  auto [to, from] = rt::broadcast<int>(1);
  to.send(1);
  static_cast<void>(from.receive());
  EXPECT_TRUE(from.try_receive());
}

FACT(must_await, "concurrent_stream") {
  bool ran = false;
  auto work = [&]() -> rt::stream<rt::task<>> { co_yield sets(ran); };
  on_one_thread([&]() -> rt::task<> {
    static_cast<void>(work() | rt::buffered(1));
    co_await rt::yield();
    EXPECT_FALSE(ran);
  });
}

FACT(must_await, "condition::awaiter") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  static_cast<void>(changed.wait(held));
  EXPECT_TRUE(held);
}

FACT(must_await, "detail::access_awaiter") {
  rt::guarded<int> value(1);
  static_cast<void>(value.lock());
  EXPECT_TRUE(value.try_lock());
}

FACT(must_await, "detail::blocking_operation") {
  on_one_thread([]() -> rt::task<> {
    std::atomic<bool> called{false};
    static_cast<void>(rt::spawn_blocking([&] { called = true; }));
    // Threads take calls in turn: this one would come second.
    co_await rt::spawn_blocking([] {});
    EXPECT_FALSE(called);
  });
}

FACT(must_await, "detail::checkpoint_awaiter") {
  bool went_past_dropped = false, went_past_awaited = false;
  on_one_thread([&]() -> rt::task<> {
    auto stops_itself = [&](rt::scope &whole) -> rt::task<> {
      whole.stop();
      static_cast<void>(rt::checkpoint());
      went_past_dropped = true;
      co_await rt::checkpoint();
      went_past_awaited = true;
    };
    auto stopped = rt::spawn(
        [&]() -> rt::task<> { co_await rt::with_scope(stops_itself); });
    co_await until([&] { return stopped.is_done(); });
    std::move(stopped).detach();
  });
  EXPECT_TRUE(went_past_dropped);
  EXPECT_FALSE(went_past_awaited);
}

FACT(must_await, "detail::consume_operation") {
  bool made = false;
  auto stream_of = [&]() -> rt::stream<rt::task<>> { co_yield sets(made); };
  expect_lost_when_dropped([&](rt::task<> work) {
    return rt::detail::consume_operation<void>(
        [](rt::stream<rt::task<>> from, rt::task<> then) -> rt::task<> {
          while (auto each = co_await from.next())
            co_await *std::move(each);
          co_await std::move(then);
        }(stream_of(), std::move(work)),
        rt::task<>());
  });
  EXPECT_FALSE(made);
}

FACT(must_await, "detail::finally_operation") {
  expect_lost_when_dropped([](rt::task<> work) {
    return rt::finally(std::move(work), sleeps(1ms));
  });
}

FACT(must_await, "detail::join_all_operation") {
  expect_lost_when_dropped([](rt::task<> work) {
    std::vector<rt::task<>> all;
    all.push_back(std::move(work));
    return rt::join_all(std::move(all));
  });
}

FACT(must_await, "detail::join_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::join(std::move(work)); });
}

FACT(must_await, "detail::race_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::race(std::move(work)); });
}

FACT(must_await, "detail::scope_operation") {
  expect_lost_when_dropped([](rt::task<> work) {
    return rt::with_scope([work = std::move(work)](rt::scope &) mutable {
      return std::move(work);
    });
  });
}

FACT(must_await, "detail::select_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::select(std::move(work)); });
}

FACT(must_await, "detail::shield_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::shield(std::move(work)); });
}

FACT(must_await, "detail::stop_requested_awaiter") {
  bool unasked = true, asked = false;
  on_one_thread([&]() -> rt::task<> {
    auto stops_itself = [&](rt::scope &whole) -> rt::task<> {
      whole.stop();
      rt::detail::stop_requested_awaiter question = rt::stop_requested();
      unasked = question.await_resume();
      asked = co_await question;
    };
    auto stopped = rt::spawn(
        [&]() -> rt::task<> { co_await rt::with_scope(stops_itself); });
    co_await until([&] { return stopped.is_done(); });
    std::move(stopped).detach();
  });
  EXPECT_FALSE(unasked);
  EXPECT_TRUE(asked);
}

FACT(must_await, "detail::stop_when_operation") {
  expect_lost_when_dropped([](rt::task<> work) {
    return rt::stop_when(std::stop_token(), std::move(work));
  });
}

FACT(must_await, "detail::timeout_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::timeout(1h, std::move(work)); });
}

FACT(must_await, "detail::try_join_all_operation") {
  expect_lost_when_dropped([](rt::task<> work) {
    std::vector<rt::task<>> all;
    all.push_back(std::move(work));
    return rt::try_join_all(std::move(all));
  });
}

FACT(must_await, "detail::try_join_operation") {
  expect_lost_when_dropped(
      [](rt::task<> work) { return rt::try_join(std::move(work)); });
}

FACT(must_await, "detail::with_local_operation") {
  const rt::task_local<int> name;
  expect_lost_when_dropped(
      [&](rt::task<> work) { return name.with(1, std::move(work)); });
}

FACT(must_await, "event::awaiter") {
  rt::event ready;
  on_one_thread([&]() -> rt::task<> {
    static_cast<void>(ready.wait());
    EXPECT_FALSE(ready.is_set());
    co_return;
  });
}

FACT(must_await, "interval::awaiter") {
  rt::interval beat(1h);
  on_one_thread([&]() -> rt::task<> {
    const auto before = rt::now();
    static_cast<void>(beat.tick());
    EXPECT_LT(rt::now() - before, 1h);
    co_return;
  });
}

FACT(must_await, "join_handle") {
  on_one_thread([]() -> rt::task<> {
    static_cast<void>(rt::spawn(sleeps(1h)));
    co_await until([] { return counted::living() == 0; });
  });
}

FACT(must_await, "join_handle::awaiter") {
  on_one_thread([]() -> rt::task<> {
    auto handle = rt::spawn(sleeps(1ms));
    static_cast<void>(std::move(handle).operator co_await());
    EXPECT_FALSE(handle);
    co_return;
  });
}

FACT(must_await, "join_set::next_end") {
  on_one_thread([]() -> rt::task<> {
    rt::join_set<void> set;
    set.spawn(sleeps(1ms));
    static_cast<void>(set.next()); // NOLINT(coro-discarded-task): never to run
    EXPECT_EQ(set.size(), 1u);
    EXPECT_TRUE(co_await set.next());
  });
}

FACT(must_await, "latch::awaiter") {
  rt::latch open(2);
  on_one_thread([&]() -> rt::task<> {
    static_cast<void>(open.arrive_and_wait());
    EXPECT_FALSE(open.try_wait());
    co_return;
  });
}

FACT(must_await, "mutex::lock_awaiter") {
  rt::mutex m;
  static_cast<void>(m.lock());
  EXPECT_TRUE(m.try_lock());
}

FACT(must_await, "oneshot_receiver::awaiter") {
  auto [to, from] = rt::oneshot<int>();
  static_cast<void>(std::move(from).operator co_await());
  EXPECT_FALSE(to.send(1));
}

FACT(must_await, "receive_awaiter") {
  auto [to, from] = rt::channel<int>(1);
  EXPECT_TRUE(to.try_send(1));
  static_cast<void>(from.receive());
  EXPECT_TRUE(from.try_receive());
}

FACT(must_await, "semaphore::acquire_awaiter") {
  rt::semaphore permits(1);
  static_cast<void>(permits.acquire());
  EXPECT_TRUE(permits.try_acquire());
}

FACT(must_await, "send_awaiter") {
  auto [to, from] = rt::channel<int>(1);
  static_cast<void>(to.send(1));
  EXPECT_FALSE(from.try_receive());
}

FACT(must_await, "shared_mutex::basic_awaiter") {
  rt::shared_mutex m;
  static_cast<void>(m.lock());
  static_cast<void>(m.lock_shared());
  EXPECT_TRUE(m.try_lock());
}

FACT(must_await, "sleep_awaiter") {
  rt::current_thread thread;
  thread.pause_clock();
  const auto began = thread.scheduler().now();
  auto hastens = []() -> rt::task<> {
    static_cast<void>(rt::sleep_for(1h));
    co_return;
  };
  thread.block_on(hastens());
  EXPECT_EQ(thread.scheduler().now(), began);
}

FACT(must_await, "stream::awaiter") {
  bool ran = false;
  auto yields = [&]() -> rt::stream<int> {
    ran = true;
    co_yield 1;
  };
  rt::stream<int> values = yields();
  static_cast<void>(values.next());
  EXPECT_FALSE(ran);
}

FACT(must_await, "task::awaiter") {
  bool ran = false;
  static_cast<void>(sets(ran).operator co_await());
  EXPECT_FALSE(ran);
}

FACT(must_await, "unbounded_receive_awaiter") {
  auto [to, from] = rt::unbounded_channel<int>();
  EXPECT_TRUE(to.send(1));
  static_cast<void>(from.receive());
  EXPECT_TRUE(from.try_receive());
}

FACT(must_await, "watch_awaiter") {
  auto [to, from] = rt::watch(0);
  to.send(1);
  static_cast<void>(from.changed());
  EXPECT_TRUE(from.has_changed());
}

FACT(must_await, "yield_awaiter") {
  on_one_thread([]() -> rt::task<> {
    bool other_ran = false;
    auto other = rt::spawn_local(sets(other_ran));
    static_cast<void>(rt::yield());
    EXPECT_FALSE(other_ran);
    co_await std::move(other);
  });
}

FACT(stops_if_dropped, "join_handle") {
  on_one_thread([]() -> rt::task<> {
    bool began = false, ended = false;
    auto slow = [&]() -> rt::task<> {
      const counted alive;
      began = true;
      co_await rt::sleep_for(1h);
      ended = true;
    };
    {
      auto handle = rt::spawn(slow());
      co_await until([&] { return began; });
    }
    co_await until([] { return counted::living() == 0; });
    EXPECT_FALSE(ended);
  });
}

FACT(runs_on_if_dropped, "join_handle::awaiter") {
  on_one_thread([]() -> rt::task<> {
    bool ended = false;
    auto slow = [&]() -> rt::task<> {
      co_await rt::sleep_for(1ms);
      ended = true;
    };
    auto handle = rt::spawn(slow());
    static_cast<void>(std::move(handle).operator co_await());
    co_await until([&] { return ended; });
  });
}
