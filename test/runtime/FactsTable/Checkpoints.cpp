// checkpoint: a task that does nothing but await it, when it is ready, lets the
// others of its thread run, and ends when it is stopped.

#include "Checkpoint.h"
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

FACT(checkpoint, "auto_reset_event::wait") {
  rt::auto_reset_event ready;
  expect_checkpoint([&] {
    ready.set();
    return ready.wait();
  });
}

FACT(checkpoint, "barrier::arrive_and_wait") {
  rt::barrier alone(1);
  expect_checkpoint([&] { return alone.arrive_and_wait(); });
}

FACT(checkpoint, "broadcast_receiver::receive") {
  auto from = rt::broadcast<int>(1).second;
  expect_checkpoint([&] { return from.receive(); });
}

FACT(checkpoint, "checkpoint") {
  expect_checkpoint([] { return rt::checkpoint(); });
}

FACT(checkpoint, "condition::wait") {
  rt::mutex m;
  rt::condition changed;
  rt::mutex::guard held = m.try_lock();
  expect_checkpoint([&] { return changed.wait(held, [] { return true; }); });
  expect_checkpoint([&] { return changed.wait(held); });
}

FACT(checkpoint, "event::wait") {
  rt::event ready(true);
  expect_checkpoint([&] { return ready.wait(); });
}

FACT(checkpoint, "guarded::lock") {
  rt::guarded<int> value(1);
  expect_checkpoint([&] { return value.lock(); });
}

FACT(checkpoint, "interval::tick") {
  expect_checkpoint([]() -> rt::task<> {
    rt::interval beat(1h);
    static_cast<void>(co_await beat.tick());
  });
}

FACT(checkpoint, "latch::arrive_and_wait") {
  rt::latch open(0);
  expect_checkpoint([&] { return open.arrive_and_wait(); });
}

FACT(checkpoint, "latch::wait") {
  rt::latch open(0);
  expect_checkpoint([&] { return open.wait(); });
}

FACT(checkpoint, "mutex::lock") {
  rt::mutex m;
  expect_checkpoint([&] { return m.lock(); });
}

FACT(checkpoint, "once_cell::get_or_init") {
  rt::once_cell<int> cell;
  expect_checkpoint([&] { return cell.get_or_init([] { return 1; }); });
}

FACT(checkpoint, "oneshot_receiver::operator co_await") {
  expect_checkpoint([]() -> rt::task<> {
    auto [to, from] = rt::oneshot<int>();
    to.send(1);
    static_cast<void>(co_await std::move(from));
  });
}

FACT(checkpoint, "receiver::receive") {
  auto from = rt::channel<int>(1).second;
  expect_checkpoint([&] { return from.receive(); });
}

FACT(checkpoint, "semaphore::acquire") {
  rt::semaphore permits(1);
  expect_checkpoint([&] { return permits.acquire(); });
}

FACT(checkpoint, "sender::send") {
  auto to = rt::channel<int>(1).first;
  expect_checkpoint([&] { return to.send(1); });
}

FACT(checkpoint, "shared_guarded::read") {
  rt::shared_guarded<int> value(1);
  expect_checkpoint([&] { return value.read(); });
}

FACT(checkpoint, "shared_guarded::write") {
  rt::shared_guarded<int> value(1);
  expect_checkpoint([&] { return value.write(); });
}

FACT(checkpoint, "shared_mutex::lock") {
  rt::shared_mutex m;
  expect_checkpoint([&] { return m.lock(); });
}

FACT(checkpoint, "shared_mutex::lock_shared") {
  rt::shared_mutex m;
  expect_checkpoint([&] { return m.lock_shared(); });
}

FACT(checkpoint, "sleep_for") {
  expect_checkpoint([] { return rt::sleep_for(0ms); });
}

FACT(checkpoint, "sleep_until") {
  expect_checkpoint([] { return rt::sleep_until(rt::clock::now() - 1s); });
}

FACT(checkpoint, "spawn_blocking") {
  expect_checkpoint([] { return rt::spawn_blocking([] {}); });
}

FACT(checkpoint, "stream::next") {
  auto endless = []() -> rt::stream<int> {
    for (;;)
      co_yield 1;
  };
  rt::stream<int> values = endless();
  expect_checkpoint([&] { return values.next(); });
}

FACT(checkpoint, "unbounded_receiver::receive") {
  auto from = rt::unbounded_channel<int>().second;
  expect_checkpoint([&] { return from.receive(); });
}

FACT(checkpoint, "watch_receiver::changed") {
  auto from = rt::watch(0).second;
  expect_checkpoint([&] { return from.changed(); });
}

FACT(checkpoint, "yield") {
  expect_checkpoint([] { return rt::yield(); });
}
