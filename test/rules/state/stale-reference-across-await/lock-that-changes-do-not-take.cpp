// RUN: %check_rule %s coro-stale-reference-across-await
// A lock is held, but what changes the container goes its way without it.

#include "async_mutex.h"
#include "lazy.h"
#include <string>
#include <unordered_map>
#include <vector>

lib::task<int> load(std::string name);

class cache {
public:
  // Found: put() takes no lock.
  lib::task<void> refresh() {
    auto held = co_await mutex_.scoped_lock();
    for (auto &value : values_)
      // CHECK: :[[@LINE-1]]:24: warning: 'values_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
      // CHECK: :[[@LINE+4]]:15: note: suspends here
      // CHECK: :[[@LINE-3]]:22: note: goes on here afterwards
      // CHECK: :[[@LINE+4]]:33: note: 'values_' is changed here, in 'put'
      // CHECK: :[[@LINE-5]]:24: note: loop over a copy of 'values_', or hold an async lock that its changes take, too
      value = co_await load("");
  }
  void put(int value) { values_.push_back(value); }

  // Found: it is passed to a function that adds to it under another lock.
  lib::task<void> reload() {
    auto held = co_await mutex_.scoped_lock();
    for (auto &[name, value] : by_name_)
      // CHECK: :[[@LINE-1]]:32: warning: 'by_name_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
      // CHECK: :[[@LINE+4]]:15: note: suspends here
      // CHECK: :[[@LINE-3]]:30: note: goes on here afterwards
      // CHECK: :[[@LINE+4]]:49: note: 'by_name_' is changed here, in 'get'
      // CHECK: :[[@LINE-5]]:32: note: loop over a copy of 'by_name_', or hold an async lock that its changes take, too
      value = co_await load(name);
  }
  lib::task<int> get(std::string name) { return look_up(name, &by_name_); }

  // Silent: the change takes the lock, or its callers do.
  lib::task<void> refresh_locked() {
    auto held = co_await mutex_.scoped_lock();
    for (auto &value : locked_)
      value = co_await load("");
  }
  lib::task<void> put_locked(int value) {
    auto held = co_await mutex_.scoped_lock();
    locked_.push_back(value);
  }
  lib::task<void> put_two(int value) {
    auto held = co_await mutex_.scoped_lock();
    add(value);
    add(value);
  }

  // Silent: who calls it may have the lock and show so.
  lib::task<void> refresh_shown() {
    auto held = co_await mutex_.scoped_lock();
    for (auto &value : shown_)
      value = co_await load("");
  }
  void put_shown(const lib::async_guard &, int value) {
    shown_.push_back(value);
  }

  // Silent: who can take this lock is not in sight.
  lib::task<void> refresh_public() {
    auto held = co_await open_mutex.scoped_lock();
    for (auto &value : values_)
      value = co_await load("");
  }
  lib::async_mutex open_mutex;

private:
  void add(int value) { locked_.push_back(value); }
  lib::task<int> look_up(std::string name,
                         std::unordered_map<std::string, int> *in) {
    auto held = co_await other_mutex_.scoped_lock();
    const int found = co_await load(name);
    in->emplace(name, found);
    co_return found;
  }

  lib::async_mutex mutex_;
  lib::async_mutex other_mutex_;
  std::vector<int> values_;
  std::vector<int> locked_;
  std::vector<int> shown_;
  std::unordered_map<std::string, int> by_name_;
};
