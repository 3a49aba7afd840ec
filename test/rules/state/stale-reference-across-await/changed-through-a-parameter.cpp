// RUN: %check_rule %s coro-stale-reference-across-await
// What changes the container is passed it.

#include "lazy.h"
#include <vector>

lib::task<void> show(int value);

static void append(std::vector<int> &to, int value) { to.push_back(value); }
static void clear(std::vector<int> *which) { which->clear(); }
static int first(const std::vector<int> &of) { return of.front(); }
static void redirect(std::vector<int> *which) {
  static std::vector<int> other;
  which = &other;
}

class board {
public:
  void add(int value) { append(by_reference_, value); }
  void wipe() { clear(&by_pointer_); }
  int read() { return first(only_read_); }
  void set_elsewhere() { redirect(&kept_); }

  lib::task<void> show_all() {
    for (int each : by_reference_)
      // CHECK: :[[@LINE-1]]:21: warning: 'by_reference_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
      // CHECK: :[[@LINE+4]]:7: note: suspends here
      // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
      // CHECK: :[[@LINE-10]]:25: note: 'by_reference_' is changed here, in 'add'
      // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'by_reference_', or hold an async lock that its changes take, too
      co_await show(each);
    for (int each : by_pointer_)
      // CHECK: :[[@LINE-1]]:21: warning: 'by_pointer_' may change while this loop is suspended; its iterator then leads to freed memory [coro-stale-reference-across-await]
      // CHECK: :[[@LINE+4]]:7: note: suspends here
      // CHECK: :[[@LINE-3]]:19: note: goes on here afterwards
      // CHECK: :[[@LINE-16]]:17: note: 'by_pointer_' is changed here, in 'wipe'
      // CHECK: :[[@LINE-5]]:21: note: loop over a copy of 'by_pointer_', or hold an async lock that its changes take, too
      co_await show(each);
    // Silent: nothing changes them.
    for (int each : only_read_)
      co_await show(each);
    for (int each : kept_)
      co_await show(each);
  }

private:
  std::vector<int> by_reference_;
  std::vector<int> by_pointer_;
  std::vector<int> only_read_;
  std::vector<int> kept_;
};
