// RUN: %check_rule %s coro-dangling-this
// It may hold a pointer to itself.

#include "executor.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::pool *pool;
  lib::task<> run();
  virtual lib::task<> other();
  void start() {
    pool->spawn(run());
    pool->spawn(other());
  }
};

// CHECK-NONE
