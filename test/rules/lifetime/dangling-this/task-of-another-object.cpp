// RUN: %check_rule %s coro-dangling-this
// Who keeps that one is not to be seen.

#include "executor.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::pool *pool;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
  void start(session &other, session *third) {
    pool->spawn(other.run());
    pool->spawn(third->run());
  }
};

// CHECK-NONE
