// RUN: %check_rule %s coro-lock-across-await
// The kind of coroutine does not matter, only that it is suspended.

#include "eager.h"
#include "timer.h"
#include <mutex>

using namespace std::chrono_literals;

std::mutex lamp_mutex;
void set_lamp(bool on);

// Found.
lib::detached blink() {
  std::scoped_lock lock(lamp_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:20: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  set_lamp(true);
  co_await lib::sleep(100ms);
  set_lamp(false);
}

// Found, with one note for each suspension.
lib::job<> blink_twice() {
  std::scoped_lock lock(lamp_mutex);
  // CHECK: :[[@LINE-1]]:20: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+5]]:5: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE+6]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-4]]:20: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  for (bool on : {true, false}) {
    set_lamp(on);
    co_await lib::sleep(100ms);
  }
  co_await lib::sleep(1s);
}

// Not found: nothing is held while it sleeps.
lib::detached blink_unlocked() {
  for (bool on : {true, false}) {
    {
      std::scoped_lock lock(lamp_mutex);
      set_lamp(on);
    }
    co_await lib::sleep(100ms);
  }
}
