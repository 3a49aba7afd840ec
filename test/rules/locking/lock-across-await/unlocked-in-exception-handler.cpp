// RUN: %check_rule %s coro-lock-across-await
// A mutex locked by hand around code that may throw.

#include "lazy.h"
#include <mutex>

lib::task<void> report(bool good);
void rebuild();

std::mutex index_mutex;

lib::task<void> rebuild_index() {
  bool good = true;
  index_mutex.lock();
  try {
    rebuild();
    index_mutex.unlock();
  } catch (...) {
    index_mutex.unlock();
    good = false;
  }
  co_await report(good);
}

lib::task<void> rebuild_guarded() {
  bool good = true;
  try {
    std::lock_guard lock(index_mutex);
    rebuild();
  } catch (...) {
    good = false;
  }
  co_await report(good);
}
// CHECK-NONE
