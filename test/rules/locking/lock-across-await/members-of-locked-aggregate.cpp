// RUN: %check_rule %s coro-lock-across-await
// An aggregate that carries its guard as a public member.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

struct locked_value {
  std::unique_lock<std::mutex> lock;
  int &value;
};

locked_value open();

// Found at 'view'.
lib::task<void> send_locked() {
  locked_value view = open();
  // CHECK: :[[@LINE-1]]:16: warning: 'view' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'view' is held
  // CHECK: :[[@LINE-3]]:16: note: close the scope of 'view' before the suspension, or use a mutex whose lock is awaited
  co_await send(view.value);
}

// Not found: the member is unlocked.
lib::task<void> send_unlocked() {
  locked_value view = open();
  int copy = view.value;
  view.lock.unlock();
  co_await send(copy);
}

// Not found: the member is moved out and dropped.
lib::task<void> send_moved() {
  locked_value view = open();
  int copy = view.value;
  {
    auto lock = std::move(view.lock);
  }
  co_await send(copy);
}
