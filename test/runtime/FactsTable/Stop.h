// How the rows about being stopped prove what they say.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_STOP_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_STOP_H

#include "Row.h"
#include "corolint/rt/error.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/yield.hpp"

template <class Wait> rt::task<> waits(Wait &wait) {
  const counted alive;
  static_cast<void>(co_await wait());
  ADD_FAILURE() << "it did not wait";
}

/// Stops a task that awaits what \p wait returns, while it waits.
template <class Wait> rt::task<> is_stopped_at(Wait wait) {
  auto waiter = rt::spawn(waits(wait));
  for (int i = 0; i != 3; ++i)
    co_await rt::yield();
  waiter.abort();
  bool stopped = false;
  try {
    co_await std::move(waiter);
  } catch (const rt::task_stopped &) {
    stopped = true;
  }
  EXPECT_TRUE(stopped);
}

/// The same; \p then looks at what is left.
template <class Wait, class Then> void stop_at(Wait wait, Then then) {
  on_one_thread([&]() -> rt::task<> {
    co_await is_stopped_at(wait);
    co_await then();
  });
}

#endif
