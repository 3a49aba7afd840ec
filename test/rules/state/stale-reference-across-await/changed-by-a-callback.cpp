// RUN: %check_rule %s coro-stale-reference-across-await
// A lambda that somebody keeps runs when it likes.

#include "lazy.h"
#include <functional>
#include <vector>

struct peer {
  lib::task<void> ping();
};

struct acceptor {
  std::function<void(peer)> on_peer;
};

class network {
public:
  explicit network(acceptor &from) {
    from.on_peer = [this](peer who) { peers_.push_back(who); };
  }

  lib::task<void> ping_all() {
    for (auto &each : peers_)
    // CHECK: :[[@LINE-1]]:23: warning: 'peers_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-8]]:46: note: 'peers_' is changed here, in the lambda
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'peers_', or hold an async lock that its changes take, too
      co_await each.ping();
  }

  lib::task<void> from_lambda() {
    auto all = [this]() -> lib::task<void> {
      for (auto &each : peers_)
      // CHECK: :[[@LINE-1]]:25: warning: 'peers_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
      // CHECK: :[[@LINE+4]]:9: note: suspends here
      // CHECK: :[[@LINE-3]]:23: note: goes on here afterwards
      // CHECK: :[[@LINE-19]]:46: note: 'peers_' is changed here, in the lambda
      // CHECK: :[[@LINE-5]]:25: note: loop over a copy of 'peers_', or hold an async lock that its changes take, too
        co_await each.ping();
    };
    co_await all();
  }

private:
  std::vector<peer> peers_;
};
