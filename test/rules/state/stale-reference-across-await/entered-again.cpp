// RUN: %check_rule %s coro-stale-reference-across-await
// A coroutine that empties what it loops over, started more than once.

#include "eager.h"
#include <vector>

struct message {
  lib::job<void> send();
};

struct outbox {
  std::vector<message> pending;

  lib::detached flush() {
    for (auto &each : pending)
    // CHECK: :[[@LINE-1]]:23: warning: 'pending' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE+3]]:13: note: 'pending' is changed here, in 'flush'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'pending', or hold an async lock that its changes take, too
      co_await each.send();
    pending.clear();
  }

  lib::detached flush_once() {
    for (auto &each : kept)
      co_await each.send();
    kept.clear();
  }
  std::vector<message> kept;
};

void on_timer(outbox &all) {
  for (int i = 0; i < 3; ++i)
    all.flush();
}

void at_the_end(outbox &all) { all.flush_once(); }
