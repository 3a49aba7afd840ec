// RUN: %check_rule %s coro-race-across-await
// The second half of "if it is not there, make it" stands in a member function.

#include "async_mutex.h"
#include "lazy.h"
#include <map>
#include <memory>
#include <vector>

struct connection {
  bool usable() const;
};
using handle = std::shared_ptr<connection>;
lib::task<handle> dial();
lib::task<void> ready();

class store {
public:
  // Found: filled in plain code, behind the suspension.
  lib::task<void> by_function(int key) {
    auto it = all_.find(key);
    if (it == all_.end()) {
      co_await ready();
      add(key);
      // CHECK: :[[@LINE-1]]:7: warning: 'all_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:15: note: checked here
      // CHECK: :[[@LINE-4]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE+79]]:28: note: changed here, in 'add'
      // CHECK: :[[@LINE-5]]:7: note: check 'all_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
  }
  // Found: what is awaited is suspended itself, and then fills.
  lib::task<void> by_coroutine() {
    if (!current_)
      co_await connect();
      // CHECK: :[[@LINE-1]]:16: warning: 'current_' is checked before a suspension and set after it; whoever comes meanwhile sets it, too, and one of the two is lost [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:10: note: checked here
      // CHECK: :[[@LINE-3]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE+65]]:40: note: changed here, in 'connect'
      // CHECK: :[[@LINE-5]]:16: note: check 'current_' again after the suspension, mark it as taken before, or hold an async lock over both
  }
  // Found: a flag.
  lib::task<void> by_flag() {
    if (!started_) {
      co_await ready();
      mark_started();
      // CHECK: :[[@LINE-1]]:7: warning: 'started_' is checked before a suspension and changed after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-4]]:10: note: checked here
      // CHECK: :[[@LINE-4]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE+62]]:34: note: changed here, in 'mark_started'
      // CHECK: :[[@LINE-5]]:7: note: check 'started_' again after the suspension, mark it as taken before, or hold an async lock over both
    }
  }
  // Found: handles that others have, too, are no buffer.
  lib::task<void> first() {
    if (list_.empty())
      co_await append();
      // CHECK: :[[@LINE-1]]:16: warning: 'list_' is checked before a suspension and filled after it; whoever comes meanwhile does the same a second time [coro-race-across-await]
      // CHECK: :[[@LINE-3]]:9: note: checked here
      // CHECK: :[[@LINE-3]]:7: note: suspends here; others run meanwhile
      // CHECK: :[[@LINE+52]]:36: note: changed here, in 'append'
      // CHECK: :[[@LINE-5]]:16: note: check 'list_' again after the suspension, mark it as taken before, or hold an async lock over both
  }

  // Silent: no suspension in between.
  lib::task<void> at_once(int key) {
    if (!all_.contains(key))
      add(key);
    co_await ready();
  }
  // Silent: it asks again.
  lib::task<void> asks_again(int key) {
    if (!all_.contains(key)) {
      co_await ready();
      add_if_missing(key);
    }
  }
  // Silent: it takes the lock.
  lib::task<void> takes_lock() {
    if (!current_)
      co_await connect_alone();
  }
  // Silent: it tells others first.
  lib::task<void> marks() {
    if (!current_ && !connecting_)
      co_await connect_marked();
  }
  // Silent: something else decides whether it fills.
  lib::task<void> maybe() {
    if (!current_)
      co_await connect_if_useful();
  }
  // Silent: what another object does.
  lib::task<void> of_another(store &other) {
    if (!current_)
      co_await other.connect();
  }
  // Silent: the buffer of one reader.
  lib::task<void> read() {
    if (bytes_.empty())
      co_await fetch();
  }

  lib::task<void> connect() { current_ = co_await dial(); }

private:
  void add(int key) { all_.emplace(key, nullptr); }
  void add_if_missing(int key) {
    if (!all_.contains(key))
      all_.emplace(key, nullptr);
  }
  void mark_started() { started_ = true; }
  lib::task<void> append() { list_.push_back(co_await dial()); }
  lib::task<void> fetch() {
    co_await ready();
    bytes_.push_back('a');
  }
  lib::task<void> connect_alone() {
    auto held = co_await mutex_.scoped_lock();
    current_ = co_await dial();
  }
  lib::task<void> connect_marked() {
    connecting_ = true;
    current_ = co_await dial();
    connecting_ = false;
  }
  lib::task<void> connect_if_useful() {
    auto fresh = co_await dial();
    if (fresh->usable())
      current_ = fresh;
  }

  lib::async_mutex mutex_;
  std::map<int, handle> all_;
  std::vector<handle> list_;
  std::vector<char> bytes_;
  handle current_;
  bool started_ = false;
  bool connecting_ = false;
};
