// RUN: %check_rule %s coro-sync-wait
// A future that says it is ready, or was waited for, is not waited for again.

#include "lazy.h"
#include <future>
#include <vector>

namespace folly {
template <class T> class Future {
public:
  bool isReady() const;
  T get();
  Future &wait();
};
} // namespace folly
folly::Future<int> load(int id);
void check(bool holds);

// Found: nothing is known of them, and once where it waits first.
lib::task<int> waits() {
  auto late = load(1);
  co_return late.get();
  // CHECK: :[[@LINE-1]]:18: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:18: note: 'get' blocks this thread until the result is there
  // CHECK: :[[@LINE-5]]:16: note: 'waits' is a coroutine
  // CHECK: :[[@LINE-4]]:18: note: co_await the future instead
}
lib::task<int> waits_and_gets() {
  auto late = load(2);
  late.wait();
  // CHECK: :[[@LINE-1]]:8: warning: 'wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'wait' blocks this thread until the result is there
  // CHECK: :[[@LINE-5]]:16: note: 'waits_and_gets' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the future instead
  co_return late.get();
}

// Not found: asked before, in a condition or in an assertion.
lib::task<int> asks() {
  auto one = load(3);
  if (one.isReady())
    co_return one.get();
  auto other = load(4);
  check(other.isReady());
  co_return other.get();
}
lib::task<int> asks_each(std::vector<folly::Future<int>> &all) {
  int sum = 0;
  for (auto &each : all) {
    check(each.isReady());
    sum += each.get();
  }
  co_return sum;
}
