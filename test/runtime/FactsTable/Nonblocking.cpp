// nonblocking: comes back, to a thread that is the only one there is, when what
// it might wait for is not there and never will be.

#include "Wake.h"
#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/latch.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/once_cell.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/unbounded_channel.hpp"
#include "corolint/rt/watch.hpp"
#include "corolint/rt/yield.hpp"

FACT(nonblocking, "access::unlock") {
  rt::guarded<int> value(1);
  auto access = value.try_lock();
  expect_only_wakes([&] { return value.lock(); }, [&] { access.unlock(); });
}

FACT(nonblocking, "auto_reset_event::reset") {
  rt::auto_reset_event ready(true);
  ready.reset();
  expect_only_wakes([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(nonblocking, "auto_reset_event::set") {
  rt::auto_reset_event ready;
  expect_only_wakes([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(nonblocking, "barrier::arrive_and_drop") {
  rt::barrier both(2);
  expect_only_wakes([&] { return both.arrive_and_wait(); },
                    [&] { both.arrive_and_drop(); });
}

FACT(nonblocking, "broadcast_receiver::try_receive") {
  auto [to, from] = rt::broadcast<int>(1);
  EXPECT_FALSE(from.try_receive());
}

FACT(nonblocking, "broadcast_sender::send") {
  auto [to, from] = rt::broadcast<int>(1);
  for (int i = 0; i != 10; ++i)
    EXPECT_EQ(to.send(i), 1u);
}

FACT(nonblocking, "condition::notify_all") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  expect_only_wakes([&] { return changed.wait(held); },
                    [&] { changed.notify_all(); });
}

FACT(nonblocking, "condition::notify_one") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  expect_only_wakes([&] { return changed.wait(held); },
                    [&] { changed.notify_one(); });
}

FACT(nonblocking, "current_thread::run_once") {
  rt::current_thread thread;
  EXPECT_EQ(thread.run_once(), 0u);
}

FACT(nonblocking, "detail::closing_end::close") {
  {
    auto [to, from] = rt::channel<int>(0);
    expect_only_wakes([&to = to] { return to.send(1); },
                      [&from = from] { from.close(); });
  }
  {
    auto [to, from] = rt::channel<int>(0);
    expect_only_wakes([&from = from] { return from.receive(); },
                      [&to = to] { to.close(); });
  }
  {
    auto [to, from] = rt::unbounded_channel<int>();
    from.close();
    EXPECT_FALSE(to.send(1));
  }
  {
    auto [to, from] = rt::unbounded_channel<int>();
    expect_only_wakes([&from = from] { return from.receive(); },
                      [&to = to] { to.close(); });
  }
}

FACT(nonblocking, "event::reset") {
  rt::event ready(true);
  ready.reset();
  expect_only_wakes([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(nonblocking, "event::set") {
  rt::event ready;
  expect_only_wakes([&] { return ready.wait(); }, [&] { ready.set(); });
}

FACT(nonblocking, "guarded::try_lock") {
  rt::guarded<int> value(1);
  const auto access = value.try_lock();
  EXPECT_TRUE(access);
  EXPECT_FALSE(value.try_lock());
}

FACT(nonblocking, "join_handle::abort") {
  on_one_thread([]() -> rt::task<> {
    auto handle = rt::spawn(sleeps(1h));
    co_await rt::yield();
    handle.abort();
    EXPECT_FALSE(handle.is_done());
    co_await until([&] { return handle.is_done(); });
  });
}

FACT(nonblocking, "join_set::abort_all") {
  on_one_thread([]() -> rt::task<> {
    rt::join_set<void> set;
    set.spawn(sleeps(1h));
    co_await rt::yield();
    set.abort_all();
    EXPECT_EQ(set.size(), 1u);
    EXPECT_EQ(counted::living(), 1);
    co_await until([] { return counted::living() == 0; });
  });
}

FACT(nonblocking, "latch::count_down") {
  rt::latch open(1);
  expect_only_wakes([&] { return open.wait(); }, [&] { open.count_down(); });
}

FACT(nonblocking, "mutex::guard::unlock") {
  rt::mutex m;
  rt::mutex::guard held = m.try_lock();
  expect_only_wakes([&] { return m.lock(); }, [&] { held.unlock(); });
}

FACT(nonblocking, "mutex::try_lock") {
  rt::mutex m;
  const rt::mutex::guard held = m.try_lock();
  EXPECT_TRUE(held);
  EXPECT_FALSE(m.try_lock());
}

FACT(nonblocking, "now") {
  on_one_thread([]() -> rt::task<> {
    const auto before = rt::now();
    EXPECT_LE(before, rt::now());
    co_return;
  });
}

FACT(nonblocking, "once_cell::get") {
  rt::once_cell<int> cell;
  expect_only_wakes(
      [&] {
        return cell.get_or_init([]() -> rt::task<int> {
          co_await rt::sleep_for(1ms);
          co_return 1;
        });
      },
      [&] { EXPECT_EQ(cell.get(), nullptr); });
  EXPECT_EQ(*std::as_const(cell).get(), 1);
}

FACT(nonblocking, "oneshot_receiver::close") {
  auto [to, from] = rt::oneshot<int>();
  from.close();
  EXPECT_TRUE(to.is_closed());
}

FACT(nonblocking, "oneshot_receiver::try_receive") {
  auto [to, from] = rt::oneshot<int>();
  EXPECT_EQ(from.try_receive().error(), rt::try_error::would_wait);
}

FACT(nonblocking, "oneshot_sender::send") {
  auto [to, from] = rt::oneshot<int>();
  EXPECT_TRUE(to.send(1));
  EXPECT_FALSE(to.send(2));
}

FACT(nonblocking, "receiver::try_receive") {
  auto [to, from] = rt::channel<int>(1);
  EXPECT_EQ(from.try_receive().error(), rt::try_error::would_wait);
}

FACT(nonblocking, "scope::stop") {
  on_one_thread([]() -> rt::task<> {
    auto body = [](rt::scope &within) -> rt::task<> {
      const counted alive;
      within.spawn(sleeps(1h));
      within.stop();
      EXPECT_EQ(within.running(), 1u);
      co_return;
    };
    co_await rt::with_scope(body);
  });
}

FACT(nonblocking, "semaphore::permit::release") {
  rt::semaphore permits(1);
  rt::semaphore::permit held = permits.try_acquire();
  expect_only_wakes([&] { return permits.acquire(); }, [&] { held.release(); });
}

FACT(nonblocking, "semaphore::release") {
  rt::semaphore permits(0);
  expect_only_wakes([&] { return permits.acquire(); },
                    [&] { permits.release(); });
}

FACT(nonblocking, "semaphore::try_acquire") {
  rt::semaphore permits(0);
  EXPECT_FALSE(permits.try_acquire());
}

FACT(nonblocking, "sender::try_send") {
  auto [to, from] = rt::channel<int>(0);
  const int value = 1;
  EXPECT_EQ(to.try_send(value).error(), rt::try_error::would_wait);
  EXPECT_EQ(to.try_send(1).error(), rt::try_error::would_wait);
}

FACT(nonblocking, "shared_guarded::try_read") {
  rt::shared_guarded<int> value(1);
  const auto writes = value.try_write();
  EXPECT_FALSE(value.try_read());
}

FACT(nonblocking, "shared_guarded::try_write") {
  rt::shared_guarded<int> value(1);
  const auto reads = value.try_read();
  EXPECT_FALSE(value.try_write());
}

FACT(nonblocking, "shared_mutex::basic_guard::unlock") {
  rt::shared_mutex m;
  rt::shared_mutex::guard held = m.try_lock();
  expect_only_wakes([&] { return m.lock(); }, [&] { held.unlock(); });
}

FACT(nonblocking, "shared_mutex::try_lock") {
  rt::shared_mutex m;
  const rt::shared_mutex::shared_guard reads = m.try_lock_shared();
  EXPECT_FALSE(m.try_lock());
}

FACT(nonblocking, "shared_mutex::try_lock_shared") {
  rt::shared_mutex m;
  const rt::shared_mutex::guard writes = m.try_lock();
  EXPECT_FALSE(m.try_lock_shared());
}

FACT(nonblocking, "task_local::get") {
  const rt::task_local<int> name;
  EXPECT_EQ(name.get(), nullptr);
}

FACT(nonblocking, "task_local::get_or") {
  const rt::task_local<int> name;
  EXPECT_EQ(name.get_or(7), 7);
}

FACT(nonblocking, "unbounded_receiver::try_receive") {
  auto [to, from] = rt::unbounded_channel<int>();
  EXPECT_EQ(from.try_receive().error(), rt::try_error::would_wait);
}

FACT(nonblocking, "unbounded_sender::send") {
  auto [to, from] = rt::unbounded_channel<int>();
  expect_only_wakes([&from = from] { return from.receive(); },
                    [&to = to] { EXPECT_TRUE(to.send(1)); });
}

FACT(nonblocking, "watch_sender::send") {
  auto [to, from] = rt::watch(0);
  for (int i = 0; i != 10; ++i)
    to.send(i);
  EXPECT_EQ(*from.borrow(), 9);
}
