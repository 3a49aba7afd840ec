// RUN: %check_rule %s coro-lock-across-await
// One branch forgets to unlock: "may stay locked".

#include "lazy.h"
#include <mutex>

lib::task<void> store(int value);

std::mutex state_mutex;
int state;

// Found, with "may": only the path through the first branch unlocks.
lib::task<void> bump(bool quick) {
  std::unique_lock lock(state_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' may stay locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+5]]:3: note: suspends here while 'lock' may be held
  // CHECK: :[[@LINE-3]]:20: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  ++state;
  if (quick)
    lock.unlock();
  co_await store(1);
}
