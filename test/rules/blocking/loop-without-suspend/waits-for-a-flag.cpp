// RUN: %check_rule %s coro-loop-without-suspend
// A plain flag is no better than an atomic one.

#include "lazy.h"
#include <thread>

bool ready;
struct server {
  int state_ = 0;
  bool stopped_ = false;
  lib::task<void> stop();
  lib::task<void> drain();
};

lib::task<void> start() {
  while (!ready)
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'ready' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:11: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
    std::this_thread::yield();
  co_return;
}

lib::task<void> server::stop() {
  while (state_ != 2) {
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'state_' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE-2]]:10: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
  }
  co_return;
}

lib::task<void> server::drain() {
  do
  // CHECK: :[[@LINE-1]]:3: warning: this loop waits for 'stopped_' without suspending; if what changes it needs this thread, it never ends [coro-loop-without-suspend]
  // CHECK: :[[@LINE+3]]:11: note: asked again and again
  // CHECK: :[[@LINE-3]]:3: note: co_await an event or an async mutex instead
    ;
  while (!stopped_);
  co_return;
}

