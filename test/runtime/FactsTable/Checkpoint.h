// How the rows about checkpoints prove them.

#ifndef COROLINT_TEST_RUNTIME_FACTS_TABLE_CHECKPOINT_H
#define COROLINT_TEST_RUNTIME_FACTS_TABLE_CHECKPOINT_H

#include "Row.h"
#include "corolint/rt/error.hpp"
#include "corolint/rt/spawn.hpp"

template <class Step> rt::task<> forever(Step &step) {
  const counted alive;
  for (;;)
    static_cast<void>(co_await step());
}

/// Expects that a task that awaits nothing but what \p step returns, which is
/// always ready if that is possible, lets others run and ends when stopped.
template <class Step> rt::task<> is_checkpoint(Step step) {
  auto endless = rt::spawn(forever(step));
  // Would never be resumed if the other one kept the thread.
  co_await rt::sleep_for(1ms);
  endless.abort();
  bool stopped = false;
  try {
    co_await std::move(endless);
  } catch (const rt::task_stopped &) {
    stopped = true;
  }
  EXPECT_TRUE(stopped);
}

template <class Step> void expect_checkpoint(Step step) {
  on_one_thread([&] { return is_checkpoint(step); });
}

#endif
