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

private:
  lib::pool workers_;
  lib::local_ptr<Rules> rules_;
};
