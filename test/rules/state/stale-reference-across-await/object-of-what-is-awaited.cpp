// RUN: %check_rule %s coro-stale-reference-across-await
// A coroutine that is awaited needs its object, an element, to the end.

#include "lazy.h"
#include <map>
#include <memory>

lib::task<void> tick();
void use(int value);

struct entry {
  int value = 0;
  lib::task<void> copy() {
    co_await tick();
    use(value);
  }
  lib::task<void> in_time() {
    use(value);
    co_await tick();
  }
  lib::task<void> not_in_sight();
};

struct shared : std::enable_shared_from_this<shared> {
  int value = 0;
  lib::task<void> copy() {
    auto self = shared_from_this();
    co_await tick();
    use(value);
  }
};

class holder {
public:
  void set(int key, entry value) {
    entries_.erase(key);
    entries_.emplace(key, value);
  }
  void drop(int key) { shared_.erase(key); }

  lib::task<void> found(int key) {
    auto it = entries_.find(key);
    // CHECK: :[[@LINE-1]]:10: warning: the iterator 'it' into 'entries_' is used after a suspension; 'entries_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+6]]:5: note: suspends here
    // CHECK: :[[@LINE-30]]:9: note: used here, in 'copy', which may have been suspended before
    // CHECK: :[[@LINE-10]]:14: note: 'entries_' is changed here, in 'set'
    // CHECK: :[[@LINE-5]]:10: note: copy what is needed, or look it up in 'entries_' again after the suspension
    if (it == entries_.end())
      co_return;
    co_await it->second.copy();
  }

  lib::task<void> by_reference(int key) {
    entry &one = entries_.at(key);
    // CHECK: :[[@LINE-1]]:12: warning: the reference 'one' into 'entries_' is used after a suspension; 'entries_' may have changed, and then it leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:5: note: suspends here
    // CHECK: :[[@LINE-42]]:9: note: used here, in 'copy', which may have been suspended before
    // CHECK: :[[@LINE-22]]:14: note: 'entries_' is changed here, in 'set'
    // CHECK: :[[@LINE-5]]:12: note: copy what is needed, or look it up in 'entries_' again after the suspension
    co_await one.copy();
  }

  // Silent: needs it before it is suspended.
  lib::task<void> in_time(int key) {
    auto it = entries_.find(key);
    co_await it->second.in_time();
  }

  // Silent: nobody knows what it needs.
  lib::task<void> unknown(int key) {
    auto it = entries_.find(key);
    co_await it->second.not_in_sight();
  }

  // Silent: a copy of the entry.
  lib::task<void> copied(int key) {
    entry one = entries_.at(key);
    co_await one.copy();
  }

  // Silent: it keeps itself alive.
  lib::task<void> kept(int key) {
    auto it = shared_.find(key);
    co_await it->second->copy();
  }
  lib::task<void> kept_by_reference(int key) {
    shared &one = *shared_.at(key);
    co_await one.copy();
  }

private:
  std::map<int, entry> entries_;
  std::map<int, std::shared_ptr<shared>> shared_;
};
