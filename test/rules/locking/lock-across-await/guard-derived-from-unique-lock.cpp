// RUN: %check_rule %s coro-lock-across-await
// A class that inherits a standard guard and its constructors.

#include "lazy.h"
#include <mutex>

lib::task<void> send(int value);

std::mutex total_mutex;
int total;

class traced_lock : public std::unique_lock<std::mutex> {
public:
  using std::unique_lock<std::mutex>::unique_lock;
};

// Found: it is a unique_lock.
lib::task<void> send_total() {
  traced_lock lock(total_mutex);
  // CHECK: :[[@LINE-1]]:15: warning: 'lock' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'lock' is held
  // CHECK: :[[@LINE-3]]:15: note: unlock 'lock' or close its scope before the suspension, or use a mutex whose lock is awaited
  co_await send(total);
}

// Not found: unlocked, and deferred.
lib::task<void> send_copy() {
  traced_lock lock(total_mutex);
  int copy = total;
  lock.unlock();
  traced_lock later(total_mutex, std::defer_lock);
  co_await send(copy);
}
