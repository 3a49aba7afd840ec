// How rows prove that what wakes somebody does not wait for it.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_WAKE_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_WAKE_H

#include "Row.h"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

/// Expects that \p wake, which lets a task go on that awaits what \p wait
/// returns, comes back before that task runs.
template <class Wait, class Wake>
rt::task<> is_only_woken(Wait wait, Wake wake) {
  bool went_on = false;
  auto waits = [&]() -> rt::task<> {
    static_cast<void>(co_await wait());
    went_on = true;
  };
  auto waiter = rt::spawn(waits());
  for (int i = 0; i != 3; ++i)
    co_await rt::yield();
  wake();
  EXPECT_FALSE(went_on);
  co_await std::move(waiter);
  EXPECT_TRUE(went_on);
}

template <class Wait, class Wake> void expect_only_wakes(Wait wait, Wake wake) {
  on_one_thread([&] { return is_only_woken(wait, wake); });
}

#endif
