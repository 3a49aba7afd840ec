// cancel_safe: when a task is stopped there, what it waited for is still there
// for somebody else. cancel_loses: what the annotation names is gone.

#include "Stop.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/channel.hpp"
#include "corolint/rt/condition.hpp"
#include "corolint/rt/event.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/interval.hpp"
#include "corolint/rt/latch.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/once_cell.hpp"
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

/// For what there is nothing of that could be lost: time that passes.
constexpr auto nothing = []() -> rt::task<> { co_return; };

} // namespace

FACT(cancel_safe, "auto_reset_event::wait") {
  rt::auto_reset_event ready;
  stop_at([&] { return ready.wait(); },
          [&]() -> rt::task<> {
            ready.set();
            co_await ready.wait();
          });
}

FACT(cancel_safe, "barrier::arrive_and_wait") {
  rt::barrier both(2);
  stop_at([&] { return both.arrive_and_wait(); },
          [&]() -> rt::task<> {
            // Two have to arrive: who was stopped does not count.
            bool was_last = true;
            auto arrives = [&]() -> rt::task<> {
              was_last = co_await both.arrive_and_wait();
            };
            auto first = rt::spawn(arrives());
            co_await rt::yield();
            EXPECT_FALSE(first.is_done());
            EXPECT_TRUE(co_await both.arrive_and_wait());
            co_await std::move(first);
            EXPECT_FALSE(was_last);
          });
}

FACT(cancel_safe, "broadcast_receiver::receive") {
  auto [to, from] = rt::broadcast<int>(1);
  stop_at([&from = from] { return from.receive(); },
          [&to = to, &from = from]() -> rt::task<> {
            to.send(1);
            EXPECT_EQ((co_await from.receive())->value(), 1);
          });
}

FACT(cancel_safe, "checkpoint") {
  auto endless = []() -> rt::task<> {
    for (;;)
      co_await rt::checkpoint();
  };
  stop_at(endless, nothing);
}

FACT(cancel_safe, "event::wait") {
  rt::event ready;
  stop_at([&] { return ready.wait(); },
          [&]() -> rt::task<> {
            ready.set();
            co_await ready.wait();
          });
}

FACT(cancel_safe, "guarded::lock") {
  rt::guarded<int> value(7);
  auto access = value.try_lock();
  stop_at([&] { return value.lock(); },
          [&]() -> rt::task<> {
            access.unlock();
            auto again = co_await value.lock();
            EXPECT_EQ(*again, 7);
          });
}

FACT(cancel_safe, "interval::tick") {
  stop_at(
      []() -> rt::task<> {
        rt::interval beat(1h);
        for (;;)
          static_cast<void>(co_await beat.tick());
      },
      nothing);
}

FACT(cancel_safe, "latch::wait") {
  rt::latch open(1);
  stop_at([&] { return open.wait(); },
          [&]() -> rt::task<> {
            EXPECT_FALSE(open.try_wait());
            open.count_down();
            co_await open.wait();
          });
}

FACT(cancel_safe, "mutex::lock") {
  rt::mutex m;
  rt::mutex::guard held = m.try_lock();
  stop_at([&] { return m.lock(); },
          [&]() -> rt::task<> {
            held.unlock();
            EXPECT_TRUE(co_await m.lock());
          });
}

FACT(cancel_safe, "receiver::receive") {
  auto [to, from] = rt::channel<int>(1);
  stop_at([&from = from] { return from.receive(); },
          [&to = to, &from = from]() -> rt::task<> {
            EXPECT_TRUE(to.try_send(1));
            EXPECT_EQ(co_await from.receive(), 1);
          });
}

FACT(cancel_safe, "semaphore::acquire") {
  rt::semaphore permits(0);
  stop_at([&] { return permits.acquire(); },
          [&]() -> rt::task<> {
            permits.release();
            EXPECT_TRUE(co_await permits.acquire());
          });
}

FACT(cancel_safe, "shared_guarded::read") {
  rt::shared_guarded<int> value(7);
  auto writes = value.try_write();
  stop_at([&] { return value.read(); },
          [&]() -> rt::task<> {
            writes.unlock();
            EXPECT_TRUE(co_await value.write());
          });
}

FACT(cancel_safe, "shared_guarded::write") {
  rt::shared_guarded<int> value(7);
  auto reads = value.try_read();
  stop_at([&] { return value.write(); },
          [&]() -> rt::task<> {
            EXPECT_TRUE(co_await value.read());
            reads.unlock();
            EXPECT_TRUE(co_await value.write());
          });
}

FACT(cancel_safe, "shared_mutex::lock") {
  rt::shared_mutex m;
  rt::shared_mutex::shared_guard reads = m.try_lock_shared();
  stop_at([&] { return m.lock(); },
          [&]() -> rt::task<> {
            EXPECT_TRUE(co_await m.lock_shared());
            reads.unlock();
            EXPECT_TRUE(co_await m.lock());
          });
}

FACT(cancel_safe, "shared_mutex::lock_shared") {
  rt::shared_mutex m;
  rt::shared_mutex::guard writes = m.try_lock();
  stop_at([&] { return m.lock_shared(); },
          [&]() -> rt::task<> {
            writes.unlock();
            EXPECT_TRUE(co_await m.lock());
          });
}

FACT(cancel_safe, "sleep_for") {
  stop_at([] { return rt::sleep_for(1h); }, nothing);
}

FACT(cancel_safe, "sleep_until") {
  stop_at([] { return rt::sleep_until(rt::clock::now() + 1h); }, nothing);
}

FACT(cancel_safe, "unbounded_receiver::receive") {
  auto [to, from] = rt::unbounded_channel<int>();
  stop_at([&from = from] { return from.receive(); },
          [&to = to, &from = from]() -> rt::task<> {
            EXPECT_TRUE(to.send(1));
            EXPECT_EQ(co_await from.receive(), 1);
          });
}

FACT(cancel_safe, "watch_receiver::changed") {
  auto [to, from] = rt::watch(0);
  stop_at([&from = from] { return from.changed(); },
          [&to = to, &from = from]() -> rt::task<> {
            to.send(1);
            EXPECT_TRUE(co_await from.changed());
          });
}

FACT(cancel_safe, "yield") {
  auto endless = []() -> rt::task<> {
    for (;;)
      co_await rt::yield();
  };
  stop_at(endless, nothing);
}

FACT(cancel_loses, "condition::wait") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  const auto lock_is_lost = [&]() -> rt::task<> {
    EXPECT_FALSE(held);
    EXPECT_TRUE(m.try_lock());
    co_return;
  };
  stop_at([&] { return changed.wait(held); }, lock_is_lost);
  held = m.try_lock();
  stop_at([&] { return changed.wait(held, [] { return false; }); },
          lock_is_lost);
}

FACT(cancel_loses, "join_handle::operator co_await") {
  bool ended = false;
  auto slow = [&]() -> rt::task<int> {
    co_await rt::sleep_for(1ms);
    ended = true;
    co_return 1;
  };
  rt::join_handle<int> handle;
  stop_at(
      [&]() -> rt::task<> {
        handle = rt::spawn(slow());
        co_await std::move(handle);
      },
      [&]() -> rt::task<> {
        co_await until([&] { return ended; });
        EXPECT_FALSE(handle);
      });
}

FACT(cancel_loses, "latch::arrive_and_wait") {
  rt::latch open(2);
  stop_at([&] { return open.arrive_and_wait(); },
          [&]() -> rt::task<> {
            open.count_down();
            EXPECT_TRUE(open.try_wait());
            co_return;
          });
}

FACT(cancel_loses, "once_cell::get_or_init") {
  int begun = 0;
  rt::once_cell<int> cell;
  auto slow = [&]() -> rt::task<int> {
    ++begun;
    co_await rt::sleep_for(1h);
    co_return 1;
  };
  stop_at([&] { return cell.get_or_init([&] { return slow(); }); },
          [&]() -> rt::task<> {
            EXPECT_EQ(begun, 1);
            EXPECT_EQ(cell.get(), nullptr);
            EXPECT_EQ(co_await cell.get_or_init([] { return 2; }), 2);
          });
}

FACT(cancel_loses, "oneshot_receiver::operator co_await") {
  auto [to, from] = rt::oneshot<int>();
  stop_at([&from = from] { return std::move(from).operator co_await(); },
          [&to = to]() -> rt::task<> {
            EXPECT_FALSE(to.send(1));
            co_return;
          });
}

FACT(cancel_loses, "sender::send") {
  auto [to, from] = rt::channel<int>(0);
  stop_at([&to = to] { return to.send(1); },
          [&from = from]() -> rt::task<> {
            EXPECT_EQ(from.try_receive().error(), rt::try_error::would_wait);
            co_return;
          });
}

FACT(cancel_loses, "spawn_blocking") {
  std::atomic<bool> began{false}, released{false}, ended{false};
  auto call = [&] {
    began = true;
    hold_thread_until([&] { return released.load(); });
    ended = true;
    return 1;
  };
  on_one_thread([&]() -> rt::task<> {
    auto wait = [&] { return rt::spawn_blocking(call); };
    auto waiter = rt::spawn(waits(wait));
    co_await until([&] { return began.load(); });
    waiter.abort();
    co_await until([&] { return waiter.is_done(); });
    EXPECT_FALSE(ended);
    std::move(waiter).detach();
    released = true;
    co_await until([&] { return ended.load(); });
  });
}

FACT(cancel_loses, "stream::next") {
  auto yields = []() -> rt::stream<int> {
    co_await rt::sleep_for(1h);
    co_yield 1;
  };
  rt::stream<int> values = yields();
  stop_at([&] { return values.next(); },
          [&]() -> rt::task<> { EXPECT_FALSE(co_await values.next()); });
}
