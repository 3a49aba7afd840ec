// RUN: %check_rule %s coro-dangling-this
// Locked after the suspension, or not used after it.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::task<> again() {
    std::weak_ptr<session> weak = weak_from_this();
    co_await tick();
    auto self = weak.lock();
    if (!self)
      co_return;
    use(id);
  }
  lib::task<> before() {
    std::weak_ptr<session> weak = weak_from_this();
    use(id);
    co_await tick();
    if (auto self = weak.lock())
      use(self->id);
  }
  lib::task<> never_suspended() {
    std::weak_ptr<session> weak = weak_from_this();
    use(id);
    co_await std::suspend_never();
    use(id);
  }
};

// CHECK-NONE
