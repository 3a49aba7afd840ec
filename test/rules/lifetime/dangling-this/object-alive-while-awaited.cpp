// RUN: %check_rule %s coro-dangling-this
// The object has a name and its task is awaited beside it.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session {
  int id = 0;
  lib::task<> run() {
    co_await tick();
    use(id);
  }
};
lib::task<> wait_for() {
  session s;
  auto work = s.run();
  co_await work;
  co_await session{2}.run();
}

// CHECK-NONE
