// RUN: %check_rule %s coro-lock-across-await
// A mutex that tells Clang's thread safety analysis which of its functions lock
// it.

#include "lazy.h"

class __attribute__((capability("mutex"))) Mutex {
public:
  void Lock() __attribute__((acquire_capability()));
  void Unlock() __attribute__((release_capability()));
};

lib::task<void> send(int value);

Mutex state_mutex;
int state;

// Found at Lock: its attribute says what it does.
lib::task<void> send_by_hand() {
  state_mutex.Lock();
  // CHECK: :[[@LINE-1]]:15: warning: 'state_mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'state_mutex' is held
  // CHECK: :[[@LINE-3]]:15: note: unlock 'state_mutex' before the suspension, or use a mutex whose lock is awaited
  co_await send(state);
  state_mutex.Unlock();
}

// Not found: unlocked first.
lib::task<void> send_copy() {
  state_mutex.Lock();
  int copy = state;
  state_mutex.Unlock();
  co_await send(copy);
}
