// RUN: %check_rule %s coro-thread-local-across-await
// A value that was copied out is the coroutine's own.

#include "lazy.h"
#include <memory>
#include <string>

struct context {
  int depth = 0;
  std::string name;
};

thread_local context current;
thread_local std::shared_ptr<context> shared;
thread_local context *pointer;

lib::task<void> work();
void log(int depth);
void log(const std::string &name);

lib::task<void> copied() {
  const int depth = current.depth;
  const std::string name = current.name;
  const context whole = current;
  auto kept = shared;
  context *where = pointer;
  context &target = *pointer;
  context &held = *shared;
  co_await work();
  log(depth);
  log(name);
  log(whole.depth + kept->depth + where->depth + target.depth + held.depth);
}

// CHECK-NONE
