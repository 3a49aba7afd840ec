// RUN: %check_rule %s coro-lock-across-await
// A throw leaves the scopes up to its handler, and their guards.

#include "lazy.h"
#include <mutex>
#include <stdexcept>

lib::task<void> report(bool good);

std::mutex index_mutex;
int entries;

lib::task<void> check_index() {
  bool good = true;
  try {
    std::lock_guard lock(index_mutex);
    if (entries < 0)
      throw std::runtime_error("broken index");
  } catch (const std::exception &) {
    good = false;
  }
  co_await report(good);
}
// CHECK-NONE
