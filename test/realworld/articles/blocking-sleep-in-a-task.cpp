// RUN: %check_rule %s 'coro-*' -- -I%root/runtime/include
// What guides to async teach first: a sleep of the thread in a task stops every
// task of that thread.

#include "corolint/rt/blocking.hpp"
#include "corolint/rt/join.hpp"
#include "corolint/rt/runtime.hpp"
#include "corolint/rt/task.hpp"
#include "corolint/rt/time.hpp"
#include <chrono>
#include <string>
#include <thread>

namespace rt = corolint::rt;
using namespace std::chrono_literals;

// Wrong: two of them take four seconds on one worker, and nothing else runs.
rt::task<std::string> fetch_blocking(int id) {
  std::this_thread::sleep_for(2s);
  // CHECK: :[[@LINE-1]]:21: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:21: note: 'sleep_for' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:23: note: 'fetch_blocking' is a coroutine
  // CHECK: :[[@LINE-4]]:21: note: co_await a timer of your coroutine library
  co_return "data " + std::to_string(id);
}

// Wrong: a runtime that is driven inside of a task.
rt::task<int> waits_inside() {
  co_return rt::block_on(fetch_blocking(1)).size();
  // CHECK: :[[@LINE-1]]:17: warning: 'block_on' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-3]]:15: note: 'waits_inside' is a coroutine
  // CHECK: :[[@LINE-3]]:17: note: co_await the work instead of waiting for it
}

// Right: the task sleeps, the thread does not.
rt::task<std::string> fetch(int id) {
  co_await rt::sleep_for(2s);
  co_return "data " + std::to_string(id);
}

// Right: what cannot but block runs where blocking is fine.
rt::task<> fetch_from_old_library() {
  co_await rt::spawn_blocking([] { std::this_thread::sleep_for(5s); });
}

// Right: at the edge of the program somebody has to wait.
int main() {
  rt::block_on([]() -> rt::task<> {
    co_await rt::join(fetch(1), fetch(2));
    co_await fetch_from_old_library();
  }());
}
