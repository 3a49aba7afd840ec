// RUN: %check_rule %s coro-sync-wait
// Templates: in the text if it is clear there, else in an instance.

#include "lazy.h"
#include <future>
#include <utility>

template <class T> T wait_anyhow(lib::task<T> work) {
  return lib::sync_wait(std::move(work));
}
template <class T> T wait_anyhow(std::future<T> work) { return work.get(); }

lib::task<int> price(int id);

// Found, once for both instances.
template <class Work> lib::task<int> twice(Work work) {
  co_return 2 * wait_anyhow(std::move(work));
  // CHECK: :[[@LINE-1]]:17: warning: 'wait_anyhow' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-10]]:15: note: 'wait_anyhow' calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:38: note: 'twice' is a coroutine
  // CHECK: :[[@LINE-4]]:17: note: co_await the task instead
}

// Found: a generic lambda.
const auto three_times = [](auto work) -> lib::task<int> {
  co_return 3 * wait_anyhow(std::move(work));
  // CHECK: :[[@LINE-1]]:17: warning: 'wait_anyhow' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-19]]:15: note: 'wait_anyhow' calls 'sync_wait' here; it blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:26: note: the lambda is a coroutine
  // CHECK: :[[@LINE-4]]:17: note: co_await the task instead
};

lib::task<int> total() {
  int all = co_await twice(price(1));
  all += co_await twice(std::async([] { return 2; }));
  co_return all + co_await three_times(price(3));
}
