// RUN: %check_rule %s coro-lock-across-await
// The mutexes of POSIX and C, which have no guards.

#include "lazy.h"
#include <pthread.h>

lib::task<void> store(int value);

pthread_mutex_t counter_mutex = PTHREAD_MUTEX_INITIALIZER;
int counter;

// Found at pthread_mutex_lock.
lib::task<void> count_and_store() {
  pthread_mutex_lock(&counter_mutex);
  // CHECK: :[[@LINE-1]]:3: warning: 'counter_mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'counter_mutex' is held
  // CHECK: :[[@LINE-3]]:3: note: unlock 'counter_mutex' before the suspension, or use a mutex whose lock is awaited
  co_await store(++counter);
  pthread_mutex_unlock(&counter_mutex);
}

// Not found: unlocked first, and zero says that the lock was taken.
lib::task<bool> count_if_free() {
  if (pthread_mutex_trylock(&counter_mutex) != 0) {
    co_await store(0);
    co_return false;
  }
  int copy = ++counter;
  pthread_mutex_unlock(&counter_mutex);
  co_await store(copy);
  co_return true;
}

// Found: locked in the branch of success.
lib::task<void> count_if_free_and_store() {
  if (pthread_mutex_trylock(&counter_mutex) == 0) {
  // CHECK: :[[@LINE-1]]:7: warning: 'counter_mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:5: note: suspends here while 'counter_mutex' is held
  // CHECK: :[[@LINE-3]]:7: note: unlock 'counter_mutex' before the suspension, or use a mutex whose lock is awaited
    co_await store(++counter);
    pthread_mutex_unlock(&counter_mutex);
  }
}
