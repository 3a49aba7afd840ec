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
    // CHECK: :[[@LINE-1]]:10: warning: 'sync_wait' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
    // CHECK: :[[@LINE-2]]:10: note: 'sync_wait' blocks this thread until the task is done
    // CHECK: :[[@LINE-7]]:16: note: 'transfer_safely' is a coroutine
    // CHECK: :[[@LINE-4]]:10: note: leave the catch block first, then co_await the task instead
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
