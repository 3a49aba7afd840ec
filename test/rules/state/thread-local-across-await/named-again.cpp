// RUN: %check_rule %s coro-thread-local-across-await
// A thread_local that is asked for again, or never outlives a suspension.

#include "lazy.h"
#include <string>

struct context {
  int depth = 0;
  std::string name;
};

thread_local context current;
thread_local int *parent;
lib::task<void> work();
void log(int depth);

context &here() { return current; }

lib::task<void> again() {
  ++here().depth;
  co_await work();
  ++here().depth;
  auto &now = here();
  now.depth = 1;
}

lib::task<void> only_before() {
  context &now = current;
  ++now.depth;
  co_await work();
  {
    context &then = current;
    ++then.depth;
  }
  co_await work();
}

lib::task<void> only_read() {
  log(current.depth);
  co_await work();
  log(current.depth);
}

lib::task<void> set_each_time(int *mine) {
  while (true) {
    parent = mine;
    log(*parent);
    parent = nullptr;
    co_await work();
  }
}

lib::task<void> set_again(int *mine) {
  parent = mine;
  co_await work();
  parent = mine;
  log(*parent);
}

lib::task<void> new_pointer() {
  context *now = &current;
  co_await work();
  now = &current;
  ++now->depth;
}

// CHECK-NONE
