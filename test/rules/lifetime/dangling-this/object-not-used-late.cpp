// RUN: %check_rule %s coro-dangling-this
// Static members, copies, and what is used in time.

#include "eager.h"
#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  static int count;
  lib::detached in_time() {
    const int own = id;
    co_await tick();
    use(own + count);
  }
  lib::detached by_value(int id) {
    co_await tick();
    use(id);
  }
  void start() {
    in_time();
    by_value(id);
  }
};

// CHECK-NONE
