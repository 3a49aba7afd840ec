// RUN: %check_rule %s coro-unsafe-spawn-capture
// A thread copies the arguments of its function.

#include "local_ptr.h"
#include <future>
#include <string>
#include <thread>

struct Index {
  int words = 0;
};

void scan(std::string folder, lib::local_ptr<Index> index);

// Found at 'index' in both calls; the folder is an ordinary value.
void scan_all(const lib::local_ptr<Index> &index) {
  std::thread first(scan, "/srv", index);
  // CHECK: :[[@LINE-1]]:35: warning: 'index' is copied into a task that another thread may run; 'lib::local_ptr<Index>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:15: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-4]]:35: note: hand the task a value of its own, or share it through a type that is thread-safe
  auto second = std::async(std::launch::async, scan, "/home", index);
  // CHECK: :[[@LINE-1]]:63: warning: 'index' is copied into a task that another thread may run; 'lib::local_ptr<Index>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:22: note: 'async' starts the task here
  // CHECK: :[[@LINE-4]]:63: note: hand the task a value of its own, or share it through a type that is thread-safe
  first.join();
}
