// RUN: %check_rule %s coro-lock-across-await
// A guard that tells Clang's thread safety analysis that it is one.

#include "lazy.h"

#define CAPABILITY __attribute__((capability("mutex")))
#define SCOPED __attribute__((scoped_lockable))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))

class CAPABILITY Mutex {
public:
  void Lock() ACQUIRE();
  void Unlock() RELEASE();
};

class SCOPED MutexLock {
public:
  explicit MutexLock(Mutex *mutex) ACQUIRE(mutex);
  ~MutexLock() RELEASE();
  void Release() RELEASE();
};

lib::task<void> send(int value);

Mutex state_mutex;
int state;

// Found.
lib::task<void> send_state() {
  MutexLock lock(&state_mutex);
  // CHECK: :[[@LINE-1]]:13: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:13: note: close the scope of 'lock' before the suspension, or use a mutex whose lock is awaited
  co_await send(state);
}

// Not found: released.
lib::task<void> send_copy() {
  MutexLock lock(&state_mutex);
  int copy = state;
  lock.Release();
  co_await send(copy);
}
