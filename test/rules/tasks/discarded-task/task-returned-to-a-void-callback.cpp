// RUN: %check_rule %s coro-discarded-task
// A callable that returns a task fits where nothing is expected.

#include "lazy.h"
#include <algorithm>
#include <functional>
#include <thread>
#include <vector>

lib::task<void> save(int id);
void on_change(std::function<void(int)> call);

// Found: the function object calls the lambda and drops its task.
void watch() {
  on_change([](int id) -> lib::task<void> { co_await save(id); });
  // CHECK: :[[@LINE-1]]:13: warning: the task returned by the lambda is dropped by 'std::function<void (int)>'; it is lazy, so the lambda never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:13: note: call it in a callable that hands the task to a function which runs or spawns it
}

// Found: a coroutine by its name.
std::function<void(int)> saver() { return save; }
// CHECK: :[[@LINE-1]]:43: warning: the task returned by 'save' is dropped by 'std::function<void (int)>'; it is lazy, so 'save' never runs [coro-discarded-task]
// CHECK: :[[@LINE-2]]:43: note: call it in a callable that hands the task to a function which runs or spawns it

// Found: the thread creates the task, and that is all.
void save_beside(int id) {
  std::thread worker([id]() -> lib::task<void> { co_await save(id); });
  // CHECK: :[[@LINE-1]]:22: warning: the task returned by the lambda is dropped by 'std::thread'; it is lazy, so the lambda never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:22: note: call it in a callable that hands the task to a function which runs or spawns it
  worker.join();
}

// Found twice: the algorithms have no use for a task.
void save_all(std::vector<int> ids) {
  std::for_each(ids.begin(), ids.end(), save);
  // CHECK: :[[@LINE-1]]:41: warning: the task returned by 'save' is dropped by 'for_each'; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:41: note: call it in a callable that hands the task to a function which runs or spawns it
  std::ranges::for_each(ids, [](int id) { return save(id); });
  // CHECK: :[[@LINE-1]]:30: warning: the task returned by the lambda is dropped by 'for_each'; it is lazy, so the lambda never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:30: note: call it in a callable that hands the task to a function which runs or spawns it
}

// Not found: the task is wanted, or waited for.
std::function<lib::task<void>(int)> maker() { return save; }
void watch_well() {
  on_change([](int id) { lib::sync_wait(save(id)); });
}
