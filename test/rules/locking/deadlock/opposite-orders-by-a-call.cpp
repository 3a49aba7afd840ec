// RUN: %check_rule %s coro-deadlock
// The second lock is taken by what is called.

#include "async_mutex.h"
#include "lazy.h"

class bank {
public:
  lib::task<void> book() {
    auto first = co_await accounts_.scoped_lock();
    co_await note_down();
  }
  lib::task<void> report() {
    auto first = co_await journal_.scoped_lock();
    auto second = co_await accounts_.scoped_lock();
    // CHECK: :[[@LINE-1]]:19: warning: 'accounts_' is locked while 'journal_' is held, and elsewhere the other way round; two coroutines may wait for each other for ever [coro-deadlock]
    // CHECK: :[[@LINE-3]]:18: note: 'journal_' is locked here
    // CHECK: :[[@LINE-8]]:18: note: 'accounts_' comes first here
    // CHECK: :[[@LINE+6]]:18: note: and 'journal_' after it
    // CHECK: :[[@LINE-5]]:19: note: lock the two in one order everywhere
  }

private:
  lib::task<void> note_down() {
    auto guard = co_await journal_.scoped_lock();
  }
  lib::async_mutex accounts_, journal_;
};

