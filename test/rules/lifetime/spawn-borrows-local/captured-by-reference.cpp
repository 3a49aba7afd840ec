// RUN: %check_rule %s coro-spawn-borrows-local
// The closure is kept, what it refers to is not.

#include "executor.h"

lib::task<> tick();
void use(int id);

void start(lib::pool &pool) {
  int id = 1;
  pool.post([&id] { use(id); });
  // CHECK: :[[@LINE-1]]:15: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:8: note: the task is started by 'post'
  // CHECK: :[[@LINE-3]]:25: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
  pool.post([&] { use(id); });
  // CHECK: :[[@LINE-1]]:13: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:8: note: the task is started by 'post'
  // CHECK: :[[@LINE-3]]:23: note: 'id' is used here by the task
  // CHECK: :[[@LINE-10]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
}

