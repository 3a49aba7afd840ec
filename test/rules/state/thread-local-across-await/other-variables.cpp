// RUN: %check_rule %s coro-thread-local-across-await
// Static and local variables, and functions that give one of several.

#include "lazy.h"
#include <string>

struct context {
  int depth = 0;
};

static context everybodys;
thread_local context mine;
lib::task<void> work();

context &one_of(bool own) {
  if (own)
    return mine;
  return everybodys;
}

context &elsewhere();

lib::task<void> others(context &given) {
  context &a = everybodys;
  context &b = one_of(given.depth);
  context &c = elsewhere();
  context d;
  context &e = d;
  co_await work();
  a.depth = b.depth + c.depth + e.depth;
}

// CHECK-NONE
