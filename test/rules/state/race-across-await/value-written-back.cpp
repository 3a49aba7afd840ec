// RUN: %check_rule %s coro-race-across-await
// A value that is read, and written back after a suspension.

#include "lazy.h"

lib::task<int> count(int from = 0);

int grand_total;

class counter {
public:
  lib::task<void> add() { total_ = total_ + co_await count(); }
  // CHECK: :[[@LINE-1]]:27: warning: 'total_' is read before a suspension and written back after it; what others write meanwhile is lost [coro-race-across-await]
  // CHECK: :[[@LINE-2]]:36: note: read here
  // CHECK: :[[@LINE-3]]:45: note: suspends here; others run meanwhile
  // CHECK: :[[@LINE-4]]:27: note: read 'total_' after the suspension, or hold an async lock over both

  lib::task<void> add_by_copy() {
    int n = total_;
    int more = co_await count();
    total_ = n + more;
    // CHECK: :[[@LINE-1]]:5: warning: 'total_' is read before a suspension and written back after it; what others write meanwhile is lost [coro-race-across-await]
    // CHECK: :[[@LINE-4]]:13: note: read here
    // CHECK: :[[@LINE-4]]:16: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: read 'total_' after the suspension, or hold an async lock over both
  }

  lib::task<void> add_to_member() {
    inner_.total = inner_.total * 2 + co_await count();
    // CHECK: :[[@LINE-1]]:5: warning: 'inner_.total' is read before a suspension and written back after it; what others write meanwhile is lost [coro-race-across-await]
    // CHECK: :[[@LINE-2]]:20: note: read here
    // CHECK: :[[@LINE-3]]:39: note: suspends here; others run meanwhile
    // CHECK: :[[@LINE-4]]:5: note: read 'inner_.total' after the suspension, or hold an async lock over both
  }

private:
  struct {
    int total = 0;
  } inner_;
  int total_ = 0;
};

lib::task<void> add_to_all() { grand_total = grand_total + co_await count(); }
// CHECK: :[[@LINE-1]]:32: warning: 'grand_total' is read before a suspension and written back after it; what others write meanwhile is lost [coro-race-across-await]
// CHECK: :[[@LINE-2]]:46: note: read here
// CHECK: :[[@LINE-3]]:60: note: suspends here; others run meanwhile
// CHECK: :[[@LINE-4]]:32: note: read 'grand_total' after the suspension, or hold an async lock over both

lib::task<void> add_to(int &total) { total = total + co_await count(); }
// CHECK: :[[@LINE-1]]:38: warning: 'total' is read before a suspension and written back after it; what others write meanwhile is lost [coro-race-across-await]
// CHECK: :[[@LINE-2]]:46: note: read here
// CHECK: :[[@LINE-3]]:54: note: suspends here; others run meanwhile
// CHECK: :[[@LINE-4]]:38: note: read 'total' after the suspension, or hold an async lock over both
