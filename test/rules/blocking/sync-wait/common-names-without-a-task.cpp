// RUN: %check_rule %s coro-sync-wait
// The same names for other things.

#include "lazy.h"

namespace disk {
void sync_wait(int milliseconds);
bool block_on(int sector);
} // namespace disk

class gpu {
public:
  void sync_wait();
  int blocking_get(int slot);
};

template <class T> T run_sync(T value) { return value; }

lib::task<int> render(gpu &card) {
  disk::sync_wait(3);
  card.sync_wait();
  if (disk::block_on(7))
    co_return run_sync(1);
  co_return card.blocking_get(4);
}
// CHECK-NONE
