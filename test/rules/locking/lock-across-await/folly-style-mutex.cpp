// RUN: %check_rule %s coro-lock-across-await
// A mutex in the style of folly: a std::unique_lock of it comes out of an
// awaited operation, and readers are counted.

#include "lazy.h"
#include <mutex>
#include <shared_mutex>

class Mutex {
public:
  lib::task<void> co_lock();
  lib::task<std::unique_lock<Mutex>> co_scoped_lock();
  bool try_lock();
  void unlock();
};

class SharedMutex {
public:
  lib::task<void> co_lock();
  lib::task<void> co_lock_shared();
  bool try_lock_shared();
  void unlock();
  void unlock_shared();
};

lib::task<void> send();

lib::task<void> write(Mutex &mutex) {
  std::unique_lock<Mutex> lock = co_await mutex.co_scoped_lock();
  co_await send();
}

lib::task<void> try_write(Mutex &mutex) {
  std::unique_lock<Mutex> lock{mutex, std::try_to_lock};
  if (lock)
    co_await send();
}

lib::task<void> read(SharedMutex &mutex) {
  co_await mutex.co_lock_shared();
  co_await send();
  mutex.unlock_shared();
}
// CHECK-NONE
