// RUN: %check_rule %s coro-stale-reference-across-await
// What is filled at the start and looped over at the end; a callback may come
// in between all the same.

#include "lazy.h"
#include <functional>
#include <string>
#include <string_view>
#include <vector>

struct worker {
  lib::task<void> join();
  lib::task<void> ping();
  std::function<void(worker)> on_child;
};

class pool {
public:
  void start(int count) {
    for (int i = 0; i < count; ++i)
      workers_.emplace_back();
  }

  void watch(worker &parent) {
    parent.on_child = [this](worker child) { children_.push_back(child); };
  }

  // Found: stop() comes when it likes.
  lib::task<void> ping() {
    for (auto &each : workers_)
    // CHECK: :[[@LINE-1]]:23: warning: 'workers_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE+8]]:14: note: 'workers_' is changed here, in 'stop'
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'workers_', or hold an async lock that its changes take, too
      co_await each.ping();
  }

  lib::task<void> stop() {
    for (auto &each : workers_)
      co_await each.join();
    workers_.clear();
  }

  // Found: the callback does not know that it is over.
  lib::task<void> stop_children() {
    for (auto &each : children_)
    // CHECK: :[[@LINE-1]]:23: warning: 'children_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:21: note: goes on here afterwards
    // CHECK: :[[@LINE-26]]:56: note: 'children_' is changed here, in the lambda
    // CHECK: :[[@LINE-5]]:23: note: loop over a copy of 'children_', or hold an async lock that its changes take, too
      co_await each.join();
  }

  // Silent: what a setter sets is set before.
  void set_name(std::string name) { name_ = std::move(name); }
  lib::task<void> greet(worker &one) {
    std::string_view name = name_;
    co_await one.ping();
    print(name);
  }
  void print(std::string_view name);

private:
  std::string name_;
  std::vector<worker> workers_;
  std::vector<worker> children_;
};
