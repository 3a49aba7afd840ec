// RUN: %check_rule %s coro-discarded-task
// A guard of threads that locks what it says, or is told not to lock.

#include "async_mutex.h"
#include "lazy.h"
#include <mutex>
#include <shared_mutex>

// Has both: lock() of threads, and one that is awaited under another name.
class hybrid_mutex {
public:
  void lock();
  bool try_lock();
  void unlock();
  lib::async_mutex::lock_operation co_lock();
};

std::mutex plain;
std::shared_mutex readers;
hybrid_mutex both;
lib::async_mutex tasks;

lib::task<void> run() {
  {
    std::lock_guard first(plain);
    std::shared_lock second(readers);
    std::scoped_lock third(both);
  }
  co_await tasks.lock();
  std::unique_lock adopted(tasks, std::adopt_lock);
}

// CHECK-NONE
