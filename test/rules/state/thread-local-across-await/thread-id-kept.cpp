// RUN: %check_rule %s coro-thread-local-across-await
// The identity of a thread, kept for later.

#include "lazy.h"
#include <map>
#include <pthread.h>
#include <thread>

lib::task<void> work();
std::map<std::thread::id, int> by_thread;
std::thread::id owner;

lib::task<void> as_key() {
  const auto id = std::this_thread::get_id();
  // CHECK: :[[@LINE-1]]:14: warning: 'id' names the thread from before a suspension and is used after it; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:5: note: used here afterwards
  // CHECK: :[[@LINE-4]]:14: note: ask for it again after the suspension
  co_await work();
  ++by_thread[id];
}

lib::task<void> as_owner() {
  auto id = std::this_thread::get_id();
  // CHECK: :[[@LINE-1]]:8: warning: 'id' names the thread from before a suspension and is used after it; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:8: note: ask for it again after the suspension
  co_await work();
  owner = id;
}

lib::task<bool> compared() {
  auto id = std::this_thread::get_id();
  // CHECK: :[[@LINE-1]]:8: warning: 'id' names the thread from before a suspension and is used after it; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:13: note: used here afterwards
  // CHECK: :[[@LINE-4]]:8: note: ask for it again after the suspension
  co_await work();
  co_return id == owner;
}

lib::task<void> found() {
  auto id = std::this_thread::get_id();
  // CHECK: :[[@LINE-1]]:8: warning: 'id' names the thread from before a suspension and is used after it; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:8: note: ask for it again after the suspension
  co_await work();
  by_thread.erase(id);
}
