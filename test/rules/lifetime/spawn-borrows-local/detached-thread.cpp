// RUN: %check_rule %s coro-spawn-borrows-local
// Nobody can join it any more.

#include <thread>

void use(int id);
void start() {
  int id = 1;
  std::thread worker([&id] { use(id); });
  // CHECK: :[[@LINE-1]]:24: warning: 'id' is lent to a task that may still run when 'id' dies at the end of its scope [coro-spawn-borrows-local]
  // CHECK: :[[@LINE-2]]:15: note: the task is started by the constructor of 'std::thread'
  // CHECK: :[[@LINE-3]]:34: note: 'id' is used here by the task
  // CHECK: :[[@LINE-5]]:7: note: wait for the task before the scope ends, or give it a copy of 'id'
  worker.detach();
}

