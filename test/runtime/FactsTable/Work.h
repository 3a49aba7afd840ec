// What the rows about tasks that are passed on share.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_WORK_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_WORK_H

#include "Row.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/stream.hpp"
#include "corolint/rt/yield.hpp"
#include <atomic>
#include <memory>
#include <thread>

/// Sets \p flag when it runs.
template <class Flag> rt::task<> sets(Flag &flag) {
  flag = true;
  co_return;
}

/// Expects that work does not run if the awaitable that \p make makes of it is
/// dropped.
template <class Make> void expect_lost_when_dropped(Make make) {
  on_one_thread([&]() -> rt::task<> {
    bool ran = false;
    static_cast<void>(make(sets(ran)));
    for (int i = 0; i != 3; ++i)
      co_await rt::yield();
    EXPECT_FALSE(ran);
  });
}

/// Expects that who passes work to \p make need not do more for it than to
/// await what that returns.
template <class Make> void expect_takes_over(Make make) {
  on_one_thread([&]() -> rt::task<> {
    bool ran = false;
    static_cast<void>(co_await make(sets(ran)));
    EXPECT_TRUE(ran);
  });
}

/// Holds one thread, if none is held, until \p released is set.
inline rt::task<> hold_a_thread(std::shared_ptr<std::atomic<bool>> released) {
  static std::atomic<bool> is_held{false};
  if (is_held.exchange(true))
    co_return;
  hold_thread_until([&] { return released->load(); });
  is_held = false;
}

/// Is done when it has been on a thread other than that on which it began. Two
/// workers are enough. May be stopped.
inline rt::task<> wanders() {
  const counted alive;
  const std::thread::id first = std::this_thread::get_id();
  while (std::this_thread::get_id() == first) {
    // Whichever thread is held, the other one wakes us.
    const auto awake = std::make_shared<std::atomic<bool>>(false);
    const ends at_end(*awake);
    rt::spawn(hold_a_thread(awake)).detach();
    co_await rt::sleep_for(1ms);
  }
}

/// Expects that work that is passed to \p make may run on another thread than
/// the caller's, and has ended when the awaitable has.
template <class Make> void expect_runs_anywhere_and_ends_before(Make make) {
  on_two_threads([&]() -> rt::task<> {
    static_cast<void>(co_await make(wanders()));
    EXPECT_EQ(counted::living(), 0);
  });
}

#endif
