// RUN: %check_rule %s coro-lock-across-await
// All mutexes of a collection are locked in one loop and unlocked in another.

#include "lazy.h"
#include <array>
#include <mutex>

lib::task<void> send(int value);

struct shard {
  std::mutex mutex;
  int value = 0;
  shard *next = nullptr;
};

class table {
public:
  lib::task<void> send_sum() {
    int sum = 0;
    for (shard &each : shards_)
      each.mutex.lock();
    for (shard &each : shards_)
      sum += each.value;
    for (shard &each : shards_)
      each.mutex.unlock();
    co_await send(sum);
  }

  lib::task<void> send_last() {
    shard *node = &shards_[0];
    node->mutex.lock();
    while (shard *next = node->next) {
      next->mutex.lock();
      node->mutex.unlock();
      node = next;
    }
    int last = node->value;
    node->mutex.unlock();
    co_await send(last);
  }

private:
  std::array<shard, 4> shards_;
};
// CHECK-NONE
