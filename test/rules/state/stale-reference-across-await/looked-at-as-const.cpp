// RUN: %check_rule %s coro-stale-reference-across-await
// Who cannot change a member itself has it changed by others of its class.

#include "lazy.h"
#include <map>
#include <vector>

lib::task<void> visit(int number);

class registry {
public:
  const std::vector<int> &all() const { return all_; }
  void add(int number) { all_.push_back(number); }

  lib::task<void> visit_all() const {
    for (int each : all_)
    // CHECK: :[[@LINE-1]]:21: warning: 'all_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
    // CHECK: :[[@LINE-7]]:31: note: 'all_' is changed here, in 'add'
    // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'all_', or hold an async lock that its changes take, too
      co_await visit(each);
  }

private:
  std::vector<int> all_;
};

class visitor {
public:
  explicit visitor(registry &of) : of_(of) {}

  lib::task<void> through_a_getter() {
    for (int each : of_.all())
    // CHECK: :[[@LINE-1]]:25: warning: 'all_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
    // CHECK: :[[@LINE+4]]:7: note: suspends here
    // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
    // CHECK: :[[@LINE-25]]:31: note: 'all_' is changed here, in 'add'
    // CHECK: :[[@LINE-5]]:25: note: loop over a copy of 'all_', or hold an async lock that its changes take, too
      co_await visit(each);
  }

private:
  registry &of_;
};

struct settings {
  std::vector<int> numbers;
};

void read(settings &into) { into.numbers.push_back(1); }

lib::task<void> what_was_passed(const settings &now) {
  for (int each : now.numbers)
    co_await visit(each);
}
