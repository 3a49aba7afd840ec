// RUN: %check_rule %s coro-stale-reference-across-await
// A loop over a class of the program's own that gives the iterators of a member.

#include "lazy.h"
#include <deque>
#include <vector>

lib::task<void> visit(int number);

class numbers {
public:
  void add(int number) { all_.push_back(number); }
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

private:
  std::deque<int> all_;
};

class fixed {
public:
  auto begin() { return all_.begin(); }
  auto end() { return all_.end(); }

private:
  std::deque<int> all_;
};

class snapshot {
public:
  std::vector<int>::iterator begin();
  std::vector<int>::iterator end();
};

class server {
public:
  void join(int number) { numbers_.add(number); }

  lib::task<void> visit_all() {
    for (int each : numbers_)
    // CHECK: :[[@LINE-1]]:21: warning: 'all_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
    // CHECK: :[[@LINE-32]]:31: note: 'all_' is changed here, in 'add'
    // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'all_', or hold an async lock that its changes take, too
      co_await visit(each);
  }

  lib::task<void> nothing_changes_them() {
    for (int each : fixed_)
      co_await visit(each);
  }

  lib::task<void> of_its_own() {
    numbers mine;
    mine.add(1);
    for (int each : mine)
      co_await visit(each);
  }

  lib::task<void> not_in_sight() {
    for (int each : snapshot_)
      co_await visit(each);
  }

private:
  numbers numbers_;
  fixed fixed_;
  snapshot snapshot_;
};
