// RUN: %check_rule %s coro-sync-wait
// Only declared: the name and a task among the arguments tell.

#include "lazy.h"
#include <utility>

template <class T> T syncAwait(lib::task<T> work);

class runtime {
public:
  template <class T> T block_on(lib::task<T> work);
  void run_until_complete(lib::task<void> work);
};

lib::task<int> price(int id);
lib::task<void> refresh();

// Found three times.
lib::task<int> total(runtime &executor) {
  auto pending = refresh();
  executor.run_until_complete(std::move(pending));
  // CHECK: :[[@LINE-1]]:12: warning: 'run_until_complete' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:12: note: 'run_until_complete' blocks this thread until the task is done
  // CHECK: :[[@LINE-5]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:12: note: co_await the task instead
  int first = executor.block_on(price(1));
  // CHECK: :[[@LINE-1]]:24: warning: 'block_on' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:24: note: 'block_on' blocks this thread until the task is done
  // CHECK: :[[@LINE-10]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:24: note: co_await the task instead
  co_return first + syncAwait(price(2));
  // CHECK: :[[@LINE-1]]:21: warning: 'syncAwait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:21: note: 'syncAwait' blocks this thread until the task is done
  // CHECK: :[[@LINE-15]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:21: note: co_await the task instead
}
