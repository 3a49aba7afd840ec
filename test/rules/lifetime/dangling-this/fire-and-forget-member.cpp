// RUN: %check_rule %s coro-dangling-this
// It starts by being called, and nobody can wait for it.

#include "eager.h"
#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::detached run() {
    co_await tick();
    use(id);
  }
  void start() { run(); }
  // CHECK: :[[@LINE-1]]:18: warning: the task uses its 'session' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
  // CHECK: :[[@LINE-5]]:5: note: 'run' suspends here
  // CHECK: :[[@LINE-5]]:9: note: the object is used here afterwards
  // CHECK: :[[@LINE-4]]:18: note: give the task a strong pointer: capture or pass shared_from_this()
};

