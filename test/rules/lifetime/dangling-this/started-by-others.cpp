// RUN: %check_rule %s coro-dangling-this
// No call is in sight, but whoever calls it cannot wait for its end.

#include "eager.h"
#include <functional>
#include <memory>

lib::job<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::detached start() {
    co_await tick();
    use(id);
    // CHECK: :[[@LINE-1]]:9: warning: 'start' uses its 'session' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE-3]]:5: note: suspends here
    // CHECK: :[[@LINE-5]]:17: note: nobody can wait for the end of 'start'; hold a strong pointer in it
  }
  // Silent: holds itself.
  lib::detached held() {
    auto self = shared_from_this();
    co_await tick();
    use(id);
  }
  // Silent: has the object before the suspension only.
  lib::detached before() {
    use(id);
    co_await tick();
  }
  // Silent: can be waited for.
  lib::job<> awaited() {
    co_await tick();
    use(id);
  }

private:
  // Silent: others of the class call it, or nobody does.
  lib::detached internal() {
    co_await tick();
    use(id);
  }
};

// Silent: may live as long as the program.
struct service {
  int id = 0;
  lib::detached start() {
    co_await tick();
    use(id);
  }
};
