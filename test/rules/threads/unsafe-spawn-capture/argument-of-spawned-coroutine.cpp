// RUN: %check_rule %s coro-unsafe-spawn-capture
// What a coroutine takes by value is copied into its frame.

#include "executor.h"
#include "local_ptr.h"
#include <string>

struct Rules {
  int limit = 10;
};

lib::task<void> filter(std::string line, lib::local_ptr<Rules> rules);

class Pipeline {
public:
  // Found at the argument 'rules_': the task holds a copy of the member.
  void feed(const std::string &line) { workers_.spawn(filter(line, rules_)); }
  // CHECK: :[[@LINE-1]]:68: warning: 'rules_' is copied into a task that another thread may run; 'lib::local_ptr<Rules>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-3]]:49: note: 'spawn' starts the task here
  // CHECK: :[[@LINE-4]]:68: note: hand the task a value of its own, or share it through a type that is thread-safe

private:
  lib::pool workers_;
  lib::local_ptr<Rules> rules_;
};
