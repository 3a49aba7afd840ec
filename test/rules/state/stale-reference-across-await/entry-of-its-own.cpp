// RUN: %check_rule %s coro-stale-reference-across-await
// A list keeps each entry where it is; who waits in a queue knows its own.

#include "lazy.h"
#include <list>
#include <map>
#include <vector>

struct waiter {
  lib::task<void> done();
  int amount = 0;
};
void use(int amount);

class semaphore {
public:
  lib::task<void> take(int amount) {
    auto it = waiters_.emplace(waiters_.end());
    co_await it->done();
    use(it->amount);
  }
  lib::task<void> take_front() {
    auto it = waiters_.begin();
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'waiters_' is used after a suspension; 'waiters_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE+5]]:29: note: 'waiters_' is changed here, in 'release'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'waiters_' again after the suspension
    co_await it->done();
    use(it->amount);
  }
  void release() { waiters_.pop_front(); }

private:
  std::list<waiter> waiters_;
};

class table {
public:
  lib::task<void> add(int id) {
    auto [it, is_new] = entries_.emplace(id, waiter());
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'entries_' is used after a suspension; 'entries_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE+4]]:9: note: used here afterwards
    // CHECK: :[[@LINE+5]]:32: note: 'entries_' is changed here, in 'drop'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'entries_' again after the suspension
    co_await it->second.done();
    use(it->second.amount);
  }
  void drop(int id) { entries_.erase(id); }

private:
  std::map<int, waiter> entries_;
};

