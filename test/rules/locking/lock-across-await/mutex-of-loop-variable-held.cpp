// RUN: %check_rule %s coro-lock-across-await
// The mutex of a loop's element, locked by hand.

#include "lazy.h"
#include <array>
#include <mutex>

lib::task<void> send(int value);

struct shard {
  std::mutex mutex;
  int value = 0;
};

std::array<shard, 4> shards;

// Found: locked and unlocked in each turn, but it waits in between.
lib::task<void> send_each() {
  for (shard &each : shards) {
    each.mutex.lock();
    // CHECK: :[[@LINE-1]]:16: warning: 'each.mutex' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
    // CHECK: :[[@LINE+2]]:5: note: suspends here while 'each.mutex' is held
    // CHECK: :[[@LINE-3]]:16: note: unlock 'each.mutex' before the suspension, or use a mutex whose lock is awaited
    co_await send(each.value);
    each.mutex.unlock();
  }
}

// Not found: it waits outside.
lib::task<void> send_each_copy() {
  for (shard &each : shards) {
    each.mutex.lock();
    int copy = each.value;
    each.mutex.unlock();
    co_await send(copy);
  }
}
