#include "World.h"
#include "corolint/rt/blocking.hpp"
#include "corolint/rt/cancel.hpp"
#include "corolint/rt/finally.hpp"
#include "corolint/rt/interval.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/join_set.hpp"
#include "corolint/rt/oneshot.hpp"
#include "corolint/rt/scope.hpp"
#include "corolint/rt/select.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream_concurrent.hpp"
#include "corolint/rt/stream_operations.hpp"
#include "corolint/rt/task_local.hpp"
#include "corolint/rt/time.hpp"
#include "corolint/rt/timeout.hpp"
#include "corolint/rt/yield.hpp"
#include <chrono>
#include <iterator>
#include <memory>
#include <ranges>
#include <stdexcept>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

using namespace std::chrono_literals;

namespace {

std::chrono::microseconds moment(dice &fate) {
  return std::chrono::microseconds(fate.roll(3000));
}

/// Waits a little, in one way or the other. What may not be stopped does
/// nothing else: it must not wait for somebody who waits for it.
rt::task<> dawdle(dice fate) {
  switch (fate.roll(4)) {
  case 0:
    co_await rt::sleep_for(moment(fate));
    break;
  case 1:
    co_await rt::checkpoint();
    break;
  default:
    for (unsigned turns = fate.roll(4); turns != 0; --turns)
      co_await rt::yield();
  }
}

rt::task<> just_dawdle(world &, dice fate, unsigned) { return dawdle(fate); }

rt::task<> fail(world &, dice fate, unsigned) {
  co_await dawdle(fate);
  throw std::runtime_error("as was to be");
}

//===--- What is held, perhaps while others grow

rt::task<> hold_mutex(world &around, dice fate, unsigned depth) {
  const rt::mutex::guard held = co_await around.mutex.lock();
  co_await grow(around, fate, depth);
}

rt::task<> hold_shared(world &around, dice fate, unsigned depth) {
  if (fate.roll(3) == 0) {
    const auto held = co_await around.shared_mutex.lock();
    co_await dawdle(fate);
  } else {
    const auto held = co_await around.shared_mutex.lock_shared();
    co_await grow(around, fate, depth);
  }
}

rt::task<> hold_permits(world &around, dice fate, unsigned depth) {
  const auto held = co_await around.semaphore.acquire(1 + fate.roll(2));
  co_await grow(around, fate, depth);
}

rt::task<> wait_for_condition(world &around, dice fate, unsigned) {
  rt::mutex::guard held = co_await around.mutex.lock();
  if (fate.roll(2) == 0)
    around.condition.notify_one();
  else
    co_await around.condition.wait(held);
  around.condition.notify_all();
}

//===--- What happens, and what is sent

rt::task<> wait_for_events(world &around, dice fate, unsigned) {
  switch (fate.roll(5)) {
  case 0:
    around.event.set();
    break;
  case 1:
    around.event.reset();
    break;
  case 2:
    around.auto_reset_event.set();
    break;
  case 3:
    co_await around.auto_reset_event.wait();
    break;
  default:
    co_await around.event.wait();
  }
}

rt::task<> send_or_receive(world &around, dice fate, unsigned) {
  for (unsigned count = fate.roll(4); count != 0; --count)
    if (fate.roll(2) == 0)
      static_cast<void>(co_await around.sender.send(1));
    else
      static_cast<void>(co_await around.receiver.receive());
}

rt::task<> send_or_receive_unbounded(world &around, dice fate, unsigned) {
  if (fate.roll(2) == 0)
    static_cast<void>(around.unbounded_sender.send(1));
  else
    static_cast<void>(co_await around.unbounded_receiver.receive());
}

rt::task<> broadcast_or_listen(world &around, dice fate, unsigned) {
  auto ear = around.broadcast.subscribe();
  if (fate.roll(2) == 0)
    static_cast<void>(around.broadcast.send(1));
  static_cast<void>(co_await ear.receive());
}

rt::task<> watch_or_change(world &around, dice fate, unsigned) {
  auto eye = around.watch.subscribe();
  if (fate.roll(2) == 0)
    around.watch.send(1);
  static_cast<void>(co_await eye.changed());
}

rt::task<int> answer(rt::oneshot_receiver<int> from) {
  const auto given = co_await std::move(from);
  co_return given ? *given : 0;
}

rt::task<> question(rt::oneshot_sender<int> to, dice fate) {
  co_await dawdle(fate);
  if (fate.roll(3) != 0)
    static_cast<void>(to.send(1));
}

rt::task<> ask(world &, dice fate, unsigned) {
  auto [sender, receiver] = rt::oneshot<int>();
  auto asked = rt::spawn(question(std::move(sender), fate.another()));
  if (fate.roll(3) != 0)
    std::move(asked).detach();
  static_cast<void>(co_await answer(std::move(receiver)));
}

rt::task<int> make(dice fate) {
  co_await dawdle(fate);
  if (fate.roll(2) == 0)
    throw std::runtime_error("not made");
  co_return 1;
}

rt::task<> initialise(world &around, dice fate, unsigned) {
  auto maker = [fate] { return make(fate); };
  co_await around.once_cell.get_or_init(maker);
}

//===--- What runs at the same time

rt::task<> join_two(world &around, dice fate, unsigned depth) {
  auto one = grow(around, fate.another(), depth);
  auto two = grow(around, fate.another(), depth);
  if (fate.roll(2) == 0)
    co_await rt::join(std::move(one), std::move(two));
  else
    co_await rt::try_join(std::move(one), std::move(two));
}

rt::task<> race_many(world &around, dice fate, unsigned depth) {
  std::vector<rt::task<>> all;
  for (unsigned count = 1 + fate.roll(4); count != 0; --count)
    all.push_back(grow(around, fate.another(), depth));
  co_await rt::race(std::move(all));
}

rt::task<> select_two(world &around, dice fate, unsigned depth) {
  auto one = grow(around, fate.another(), depth);
  auto two = dawdle(fate.another());
  co_await rt::select(std::move(one), std::move(two));
}

rt::task<> limit(world &around, dice fate, unsigned depth) {
  const auto span = moment(fate);
  static_cast<void>(
      co_await rt::timeout(span, grow(around, fate.another(), depth)));
}

rt::task<> stop_by_token(world &around, dice fate, unsigned depth) {
  std::stop_source source;
  auto stops = [](std::stop_source source, dice fate) -> rt::task<> {
    co_await dawdle(fate);
    source.request_stop();
  };
  auto stopper = rt::spawn(stops(source, fate.another()));
  static_cast<void>(
      co_await rt::stop_when(source.get_token(), grow(around, fate, depth)));
  co_await std::move(stopper);
}

rt::task<> keep_from_stops(world &around, dice fate, unsigned depth) {
  if (fate.roll(2) == 0)
    co_await rt::shield(dawdle(fate));
  else
    co_await rt::finally(grow(around, fate.another(), depth),
                         dawdle(fate.another()));
}

rt::task<> open_scope(world &around, dice fate, unsigned depth) {
  auto body = [&around, fate, depth](rt::scope &tasks) mutable -> rt::task<> {
    for (unsigned count = fate.roll(4); count != 0; --count) {
      tasks.spawn(grow(around, fate.another(), depth));
      co_await dawdle(fate.another());
    }
    if (fate.roll(4) == 0)
      tasks.stop();
  };
  co_await rt::with_scope(std::move(body));
}

rt::task<> collect_set(world &around, dice fate, unsigned depth) {
  rt::join_set<void> all;
  for (unsigned count = fate.roll(4); count != 0; --count)
    all.spawn(grow(around, fate.another(), depth));
  if (fate.roll(3) == 0)
    all.abort_all();
  try {
    while (co_await all.next())
      if (fate.roll(4) == 0)
        break;
  } catch (const rt::task_stopped &) {
  }
}

rt::task<> spawn_one(world &around, dice fate, unsigned depth) {
  auto handle = fate.roll(2) == 0
                    ? rt::spawn(grow(around, fate.another(), depth))
                    : rt::spawn_local(grow(around, fate.another(), depth));
  co_await dawdle(fate.another());
  switch (fate.roll(4)) {
  case 0:
    std::move(handle).detach();
    break;
  case 1:
    break; // dropped
  case 2:
    handle.abort();
    [[fallthrough]];
  default:
    try {
      co_await std::move(handle);
    } catch (const rt::task_stopped &) {
    }
  }
}

rt::task<> call_blocking(world &, dice fate, unsigned) {
  const auto span = std::chrono::microseconds(fate.roll(300));
  auto call = [span](std::stop_token stop) {
    if (!stop.stop_requested())
      std::this_thread::sleep_for(span);
  };
  co_await rt::spawn_blocking(call);
}

//===--- Streams, ticks, locals

rt::task<int> dawdle_for(int value, dice fate) {
  co_await dawdle(fate);
  co_return value;
}

rt::task<> stream_values(world &, dice fate, unsigned) {
  auto each = [fate](int value) mutable {
    return dawdle_for(value, fate.another());
  };
  const int count = static_cast<int>(fate.roll(8));
  if (fate.roll(2) == 0) {
    auto some = rt::from_range(std::views::iota(0, count)) |
                rt::transform(each) | rt::buffer_unordered(3) | rt::take(4) |
                rt::collect();
    static_cast<void>(co_await std::move(some));
  } else {
    auto all = rt::from_range(std::views::iota(0, count)) |
               rt::transform(each) | rt::buffered(3) | rt::chunks(2) |
               rt::collect();
    static_cast<void>(co_await std::move(all));
  }
}

rt::task<> tick(world &, dice fate, unsigned) {
  rt::interval ticks(1ms, rt::missed_ticks::skip);
  for (unsigned count = fate.roll(4); count != 0; --count)
    co_await ticks.tick();
}

constinit rt::task_local<std::shared_ptr<int>> local;

rt::task<> set_local(world &around, dice fate, unsigned depth) {
  auto value = std::make_shared<int>(1);
  auto inner = grow(around, fate, depth);
  co_await local.with(std::move(value), std::move(inner));
}

using deed = rt::task<> (*)(world &, dice, unsigned);

constexpr deed deeds[] = {
    just_dawdle,
    fail,
    hold_mutex,
    hold_shared,
    hold_permits,
    wait_for_condition,
    wait_for_events,
    send_or_receive,
    send_or_receive_unbounded,
    broadcast_or_listen,
    watch_or_change,
    ask,
    initialise,
    join_two,
    race_many,
    select_two,
    limit,
    stop_by_token,
    keep_from_stops,
    open_scope,
    collect_set,
    spawn_one,
    call_blocking,
    stream_values,
    tick,
    set_local,
};

} // namespace

rt::task<> grow(world &around, dice fate, unsigned depth) {
  if (depth == 0) {
    co_await dawdle(fate);
    co_return;
  }
  for (unsigned count = 1 + fate.roll(3); count != 0; --count) {
    const deed next = deeds[fate.roll(std::size(deeds))];
    co_await next(around, fate.another(), depth - 1);
  }
}

world::world()
    : broadcast(rt::broadcast<int>(4).first), watch(rt::watch(0).first) {
  std::tie(sender, receiver) = rt::channel<int>(2);
  std::tie(unbounded_sender, unbounded_receiver) = rt::unbounded_channel<int>();
}

bool world::is_at_rest() noexcept {
  return mutex.try_lock() && shared_mutex.try_lock() &&
         semaphore.available() == permits;
}
