// RUN: %check_rule %s coro-sync-wait
// Futures of the standard library, in all the ways to wait for one.

#include "lazy.h"
#include <chrono>
#include <future>
#include <memory>
#include <vector>

int count_files();

// Found: a parameter.
lib::task<int> take(std::future<int> counted) { co_return counted.get(); }
// CHECK: :[[@LINE-1]]:67: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:67: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:16: note: 'take' is a coroutine
// CHECK: :[[@LINE-4]]:67: note: co_await the work, or let its end resume the coroutine

// Found: std::async and get in one breath.
lib::task<int> count() { co_return std::async(count_files).get(); }
// CHECK: :[[@LINE-1]]:60: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-2]]:60: note: 'get' blocks this thread until the result is there
// CHECK: :[[@LINE-3]]:16: note: 'count' is a coroutine
// CHECK: :[[@LINE-4]]:60: note: co_await the work, or let its end resume the coroutine

// Found: in a loop, through a reference.
lib::task<int> sum(std::vector<std::future<int>> parts) {
  int all = 0;
  for (auto &part : parts)
    all += part.get();
    // CHECK: :[[@LINE-1]]:17: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
    // CHECK: :[[@LINE-2]]:17: note: 'get' blocks this thread until the result is there
    // CHECK: :[[@LINE-6]]:16: note: 'sum' is a coroutine
    // CHECK: :[[@LINE-4]]:17: note: co_await the work, or let its end resume the coroutine
  co_return all;
}

// Found twice: wait_for with a real time-out, wait through a pointer.
lib::task<void> linger(std::shared_future<int> shared,
                       std::unique_ptr<std::future<int>> owned) {
  shared.wait_for(std::chrono::seconds(2));
  // CHECK: :[[@LINE-1]]:10: warning: 'wait_for' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:10: note: 'wait_for' blocks this thread until the result is there or the time is over
  // CHECK: :[[@LINE-5]]:17: note: 'linger' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: co_await the work, or let its end resume the coroutine
  owned->wait();
  // CHECK: :[[@LINE-1]]:10: warning: 'wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:10: note: 'wait' blocks this thread until the result is there
  // CHECK: :[[@LINE-10]]:17: note: 'linger' is a coroutine
  // CHECK: :[[@LINE-4]]:10: note: co_await the work, or let its end resume the coroutine
  co_return;
}
