// RUN: %check_rule %s coro-deadlock
// Each waits for what the other one holds.

#include "async_mutex.h"
#include "lazy.h"

lib::async_mutex accounts, journal;

lib::task<void> book() {
  auto first = co_await accounts.scoped_lock();
  auto second = co_await journal.scoped_lock();
}

lib::task<void> report() {
  auto first = co_await journal.scoped_lock();
  auto second = co_await accounts.scoped_lock();
  // CHECK: :[[@LINE-1]]:17: warning: 'accounts' is locked while 'journal' is held, and elsewhere the other way round; two coroutines may wait for each other for ever [coro-deadlock]
  // CHECK: :[[@LINE-3]]:16: note: 'journal' is locked here
  // CHECK: :[[@LINE-9]]:16: note: 'accounts' comes first here
  // CHECK: :[[@LINE-9]]:17: note: and 'journal' after it
  // CHECK: :[[@LINE-5]]:17: note: lock the two in one order everywhere
}
