// RUN: %check_rule %s coro-unsafe-spawn-capture
// A vector of threads makes its threads itself.

#include "local_ptr.h"
#include <thread>
#include <vector>

struct Catalogue {
  int entries = 0;
};

// Found twice: emplace_back passes what it is given to the thread it makes.
void scan(const lib::local_ptr<Catalogue> &catalogue) {
  std::vector<std::jthread> workers;
  workers.emplace_back([catalogue] { ++catalogue->entries; });
  // CHECK: :[[@LINE-1]]:25: warning: 'catalogue' is copied into a task that another thread may run; 'lib::local_ptr<Catalogue>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:11: note: 'emplace_back' starts the task here
  // CHECK: :[[@LINE-4]]:25: note: hand the task a value of its own, or share it through a type that is thread-safe
  workers.push_back(std::jthread([catalogue] { ++catalogue->entries; }));
  // CHECK: :[[@LINE-1]]:35: warning: 'catalogue' is copied into a task that another thread may run; 'lib::local_ptr<Catalogue>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:21: note: the constructor of 'std::jthread' starts the task here
  // CHECK: :[[@LINE-4]]:35: note: hand the task a value of its own, or share it through a type that is thread-safe
}
