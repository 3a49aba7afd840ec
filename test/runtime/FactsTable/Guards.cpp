// task_guard: holds its lock while its task is suspended, goes to another
// thread with it, and lets the lock go there. shared_unsync: may be handed to
// another task; two that use it change what the other sees.

#include "Io.h"
#include "Work.h"
#include "corolint/rt/broadcast.hpp"
#include "corolint/rt/buffered_reader.hpp"
#include "corolint/rt/guarded.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/mutex.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/semaphore.hpp"
#include "corolint/rt/shared_mutex.hpp"
#include "corolint/rt/signal.hpp"
#include "corolint/rt/watch.hpp"
#include <csignal>

namespace {

/// \p lock returns what gives a guard when it is awaited; \p try_lock one that
/// holds nothing if the lock is taken.
template <class Lock, class TryLock>
void expect_travels(Lock lock, TryLock try_lock) {
  on_two_threads([&]() -> rt::task<> {
    {
      const auto held = co_await lock();
      co_await wanders();
      EXPECT_FALSE(try_lock());
    }
    EXPECT_TRUE(try_lock());
  });
}

} // namespace

FACT(task_guard, "access") {
  rt::guarded<int> value(1);
  expect_travels([&] { return value.lock(); },
                 [&] { return value.try_lock(); });
}

FACT(task_guard, "mutex::guard") {
  rt::mutex m;
  expect_travels([&] { return m.lock(); }, [&] { return m.try_lock(); });
}

FACT(task_guard, "semaphore::permit") {
  rt::semaphore permits(1);
  expect_travels([&] { return permits.acquire(); },
                 [&] { return permits.try_acquire(); });
}

FACT(task_guard, "shared_mutex::basic_guard") {
  rt::shared_mutex m;
  expect_travels([&] { return m.lock(); }, [&] { return m.try_lock_shared(); });
  expect_travels([&] { return m.lock_shared(); }, [&] { return m.try_lock(); });
}

FACT(shared_unsync, "broadcast_receiver") {
  on_two_threads([]() -> rt::task<> {
    auto [to, from] = rt::broadcast<int>(2);
    rt::broadcast_receiver<int> &also = from;
    to.send(1);
    to.send(2);
    EXPECT_EQ(also.try_receive()->value(), 1);
    EXPECT_EQ(from.try_receive()->value(), 2);
    to.send(3);
    auto receives = [](rt::broadcast_receiver<int> own) -> rt::task<int> {
      co_return (co_await own.receive())->value();
    };
    EXPECT_EQ(co_await rt::spawn(receives(std::move(from))), 3);
  });
}

FACT(shared_unsync, "buffered_reader") {
  on_two_threads([]() -> rt::task<> {
    auto [stream, peer] = stream_pair();
    rt::buffered_reader reader(std::move(stream));
    auto &also = reader;
    EXPECT_TRUE(co_await rt::write_all(peer, rt::bytes_of("1\n2\n3\n")));
    const auto first = co_await also.read_until("\n", 9);
    const auto second = co_await reader.read_until("\n", 9);
    EXPECT_EQ(first.value() + second.value(), "1\n2\n");
    auto reads =
        [](rt::buffered_reader<rt::unix_stream> own) -> rt::task<std::string> {
      auto line = co_await own.read_until("\n", 9);
      co_return std::move(line).value();
    };
    EXPECT_EQ(co_await rt::spawn(reads(std::move(reader))), "3\n");
  });
}

FACT(shared_unsync, "current_thread") {
  rt::current_thread thread;
  // By one thread after the other.
  std::thread other([&] {
    bool ran = false;
    thread.block_on(sets(ran));
    EXPECT_TRUE(ran);
  });
  other.join();
  bool ran = false;
  thread.block_on(sets(ran));
  EXPECT_TRUE(ran);
}

FACT(shared_unsync, "join_set") {
  on_two_threads([]() -> rt::task<> {
    rt::join_set<void> set;
    rt::join_set<void> &also = set;
    also.spawn(sleeps(1ms));
    EXPECT_EQ(set.size(), 1u);
    auto drains = [](rt::join_set<void> own) -> rt::task<bool> {
      const bool any = co_await own.next();
      co_return any;
    };
    EXPECT_TRUE(co_await rt::spawn(drains(std::move(set))));
  });
}

FACT(shared_unsync, "oneshot_receiver") {
  on_two_threads([]() -> rt::task<> {
    auto [to, from] = rt::oneshot<int>();
    rt::oneshot_receiver<int> &also = from;
    to.send(1);
    EXPECT_EQ(also.try_receive().value(), 1);
    EXPECT_EQ(from.try_receive().error(), rt::try_error::closed);
    auto [next, handed_on] = rt::oneshot<int>();
    auto receives = [](rt::oneshot_receiver<int> own) -> rt::task<int> {
      co_return (co_await std::move(own)).value();
    };
    auto other = rt::spawn(receives(std::move(handed_on)));
    next.send(2);
    EXPECT_EQ(co_await std::move(other), 2);
  });
}

FACT(shared_unsync, "oneshot_sender") {
  on_two_threads([]() -> rt::task<> {
    auto [to, from] = rt::oneshot<int>();
    rt::oneshot_sender<int> &also = to;
    EXPECT_TRUE(also.send(1));
    EXPECT_FALSE(to.send(2));
    auto [handed_on, next] = rt::oneshot<int>();
    auto sends = [](rt::oneshot_sender<int> own) -> rt::task<> {
      own.send(3);
      co_return;
    };
    co_await rt::spawn(sends(std::move(handed_on)));
    EXPECT_EQ(next.try_receive().value(), 3);
  });
}

FACT(shared_unsync, "signal_listener") {
  on_two_threads([]() -> rt::task<> {
    auto listener = rt::signal_listener::catching({SIGUSR1, SIGUSR2});
    rt::signal_listener &also = *listener;
    std::raise(SIGUSR1);
    std::raise(SIGUSR2);
    const auto first = co_await also.next();
    const auto second = co_await listener->next();
    EXPECT_NE(first.value(), second.value());
    auto waits = [](rt::signal_listener own) -> rt::task<int> {
      std::raise(SIGUSR1);
      const auto signal = co_await own.next();
      co_return signal.value();
    };
    EXPECT_EQ(co_await rt::spawn(waits(*std::move(listener))), SIGUSR1);
  });
}

FACT(shared_unsync, "watch_receiver") {
  on_two_threads([]() -> rt::task<> {
    auto [to, from] = rt::watch(0);
    rt::watch_receiver<int> &also = from;
    to.send(1);
    EXPECT_EQ(*also.borrow(), 1);
    EXPECT_FALSE(from.has_changed());
    to.send(2);
    auto looks = [](rt::watch_receiver<int> own) -> rt::task<int> {
      EXPECT_TRUE(co_await own.changed());
      co_return *own.borrow();
    };
    EXPECT_EQ(co_await rt::spawn(looks(std::move(from))), 2);
  });
}
