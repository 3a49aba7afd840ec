// RUN: %check_rule %s 'coro-*' -- -I%root/runtime/include
// A task is lazy: called and not awaited, nothing happens.

#include "corolint/rt/channel.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/spawn.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <utility>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

rt::task<> save(int id) {
  co_await rt::sleep_for(1ms);
  static_cast<void>(id);
}

// Wrong: [[nodiscard]] says so too, but not why; a cast silences it.
rt::task<> forgets() {
  (void)save(1);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  rt::sleep_for(1s);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'sleep_for' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  co_return;
}

// Wrong: it has a name, and nobody awaits it.
rt::task<> forgets_a_variable(rt::sender<int> to) {
  auto saved = save(2);
  // CHECK: :[[@LINE-1]]:8: warning: task 'saved' is never awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  to.send(1);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'send' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  co_return;
}

// Wrong: the handle is dropped, and with it the task is stopped.
rt::task<> forgets_a_handle() {
  rt::spawn(save(3));
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'spawn' is dropped; dropping it cancels its work at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  co_return;
}

// Right.
rt::task<> remembers(rt::sender<int> to) {
  co_await save(1);
  co_await rt::sleep_for(1s);
  auto saved = save(2);
  (void)co_await to.send(1);
  co_await std::move(saved);
  co_await rt::join(save(3), save(4));
  auto handle = rt::spawn(save(5));
  co_await std::move(handle);
  rt::spawn(save(6)).detach();
}
