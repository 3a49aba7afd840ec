// RUN: %check_rule %s coro-lock-across-await
// Guards in the head of if, switch and for live as long as the statement.

#include "lazy.h"
#include <mutex>

lib::task<void> notify(int count);

std::mutex queue_mutex;
int queue_length;

// Found: the guard lives to the end of the if, both branches included.
lib::task<void> notify_if_filled() {
  if (std::lock_guard lock(queue_mutex); queue_length > 0)
  // CHECK: :[[@LINE-1]]:23: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE+4]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-4]]:23: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
    co_await notify(queue_length);
  else
    co_await notify(0);
}

// Found: so it does in a switch.
lib::task<void> notify_by_length() {
  switch (std::lock_guard lock(queue_mutex); queue_length) {
  // CHECK: :[[@LINE-1]]:27: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+5]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:27: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  case 0:
    break;
  default:
    co_await notify(queue_length);
  }
}

// Not found: both are closed when the statement ends.
lib::task<void> notify_after() {
  int length = 0;
  if (std::lock_guard lock(queue_mutex); queue_length > 0)
    length = queue_length;
  co_await notify(length);
}
