// RUN: %check_rule %s coro-lock-across-await
// Guards and suspensions that are written by macros.

#include "lazy.h"
#include <mutex>

#define CONCAT_(a, b) a##b
#define CONCAT(a, b) CONCAT_(a, b)
#define LOCK_SCOPE(m)                                                          \
  std::lock_guard<std::mutex> CONCAT(lock_, __LINE__)(m)
#define WITH_LOCK(m) if (std::lock_guard lock_(m); true)

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

// Found where the macro is used.
lib::task<void> send_total() {
  LOCK_SCOPE(total_mutex);
  // CHECK: :[[@LINE-1]]:3: warning: 'lock_20' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE-12]]:31: note: expanded from macro 'LOCK_SCOPE'
  // CHECK: :[[@LINE-15]]:22: note: expanded from macro 'CONCAT'
  // CHECK: :[[@LINE-17]]:23: note: expanded from macro 'CONCAT_'
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock_20' is held
  // CHECK: :[[@LINE-6]]:3: note: close the scope of 'lock_20' before the suspension, or use a mutex whose lock is awaited
  co_await send(total);
}

// Found where the macro is used.
lib::task<void> send_in_block() {
  WITH_LOCK(total_mutex) { co_await send(total); }
  // CHECK: :[[@LINE-1]]:3: warning: 'lock_' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE-23]]:42: note: expanded from macro 'WITH_LOCK'
  // CHECK: :[[@LINE-3]]:28: note: suspends here while 'lock_' is held
  // CHECK: :[[@LINE-4]]:3: note: close the scope of 'lock_' before the suspension, or use a mutex whose lock is awaited
}

// Not found.
lib::task<void> send_copy() {
  int copy = 0;
  WITH_LOCK(total_mutex) { copy = total; }
  co_await send(copy);
}
