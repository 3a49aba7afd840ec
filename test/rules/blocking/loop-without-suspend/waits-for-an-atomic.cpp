// RUN: %check_rule %s coro-loop-without-suspend
// Whoever sets it may need this very thread.

#include "lazy.h"
#include <atomic>
#include <thread>

std::atomic<bool> ready;
std::atomic<int> count;
struct server {
  std::atomic<bool> stopped_{false};
  lib::task<void> stop();
};

lib::task<void> by_load() {
  while (!ready.load(std::memory_order_acquire)) {
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'ready' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:11: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
  }
  co_return;
}

lib::task<void> by_value() {
  while (!ready)
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'ready' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:11: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
    ;
  co_return;
}

lib::task<void> by_comparison() {
  while (count != 3)
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'count' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:10: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
    std::this_thread::yield();
  co_return;
}

lib::task<void> server::stop() {
  do {
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'stopped_' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE+2]]:13: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
  } while (!stopped_);
  co_return;
}
