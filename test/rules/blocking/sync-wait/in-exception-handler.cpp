// RUN: %check_rule %s coro-sync-wait
// In a handler co_await is not allowed, so people wait there.

#include "lazy.h"
#include <stdexcept>

lib::task<int> transfer(int amount);
lib::task<void> roll_back();

// Found; the way out is to leave the handler first.
lib::task<int> transfer_safely(int amount) {
  try {
    co_return co_await transfer(amount);
  } catch (const std::runtime_error &) {
    lib::sync_wait(roll_back());
    throw;
  }
}

// Not found: that way out.
lib::task<int> transfer_more_safely(int amount) {
  bool failed = false;
  try {
    co_return co_await transfer(amount);
  } catch (const std::runtime_error &) {
    failed = true;
  }
  if (failed)
    co_await roll_back();
  co_return 0;
}
