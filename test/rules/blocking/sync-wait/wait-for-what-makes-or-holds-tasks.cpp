// RUN: %check_rule %s coro-sync-wait
// The task is inside of the argument: in a list, or made by a callable.

#include "lazy.h"
#include <functional>
#include <utility>
#include <vector>

lib::task<int> price(int id);

class runtime {
public:
  int block_on(std::function<lib::task<int>()> make);
  static void sync_wait(std::vector<lib::task<int>> all);
};

// Found: a callable that returns a task.
lib::task<int> total(runtime &executor) {
  co_return executor.block_on([] { return price(1); });
  // CHECK: :[[@LINE-1]]:22: warning: 'block_on' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:22: note: 'block_on' blocks this thread until the task is done
  // CHECK: :[[@LINE-4]]:16: note: 'total' is a coroutine
  // CHECK: :[[@LINE-4]]:22: note: co_await the task instead
}

// Found: a list of tasks.
lib::task<void> warm_up() {
  std::vector<lib::task<int>> all;
  all.push_back(price(1));
  all.push_back(price(2));
  runtime::sync_wait(std::move(all));
  // CHECK: :[[@LINE-1]]:12: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:12: note: 'sync_wait' blocks this thread until the task is done
  // CHECK: :[[@LINE-7]]:17: note: 'warm_up' is a coroutine
  // CHECK: :[[@LINE-4]]:12: note: co_await the task instead
  co_return;
}
