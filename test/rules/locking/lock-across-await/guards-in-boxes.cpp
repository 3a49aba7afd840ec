// RUN: %check_rule %s coro-lock-across-await
// A guard in an optional or a unique_ptr is held from emplace to reset.

#include "lazy.h"
#include <memory>
#include <mutex>
#include <optional>

lib::task<int> fetch(int id);
std::mutex state;
int value;

lib::task<void> engaged_at_once() {
  std::optional<std::unique_lock<std::mutex>> lock(std::in_place, state);
  // CHECK: :[[@LINE-1]]:47: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:11: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:47: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  value = co_await fetch(1);
}

lib::task<void> engaged_later(bool shared) {
  std::optional<std::lock_guard<std::mutex>> lock;
  // CHECK: :[[@LINE-1]]:46: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+4]]:10: note: locked here
  // CHECK: :[[@LINE+4]]:11: note: suspends here while 'lock' may be held
  // CHECK: :[[@LINE-4]]:46: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  if (shared)
    lock.emplace(state);
  value = co_await fetch(2);
}

lib::task<void> owned() {
  auto lock = std::make_unique<std::lock_guard<std::mutex>>(state);
  // CHECK: :[[@LINE-1]]:8: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:11: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:8: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  value = co_await fetch(3);
}

lib::task<void> moved_in() {
  std::unique_lock<std::mutex> first(state);
  std::optional<std::unique_lock<std::mutex>> kept(std::move(first));
  // CHECK: :[[@LINE-1]]:47: warning: 'kept' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:11: note: suspends here while 'kept' is held
  // CHECK: :[[@LINE-3]]:47: note: reset 'kept' or close its scope before the suspension, or use a mutex whose lock is awaited
  value = co_await fetch(4);
}

lib::task<void> assigned() {
  std::optional<std::unique_lock<std::mutex>> lock;
  // CHECK: :[[@LINE-1]]:47: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:11: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:47: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  lock = std::unique_lock<std::mutex>(state);
  value = co_await fetch(5);
}

lib::task<void> made_by_new() {
  std::unique_ptr<std::lock_guard<std::mutex>> lock(
  // CHECK: :[[@LINE-1]]:48: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:11: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:48: note: reset 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
      new std::lock_guard<std::mutex>(state));
  value = co_await fetch(6);
}
