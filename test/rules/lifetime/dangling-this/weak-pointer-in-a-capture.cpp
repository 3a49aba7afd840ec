// RUN: %check_rule %s coro-dangling-this
// The lambda has both, and asks only one of them.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::task<> run() {
    auto work = [this, weak = weak_from_this()]() -> lib::task<> {
      if (weak.expired())
        co_return;
      co_await tick();
      use(id);
      // CHECK: :[[@LINE-1]]:11: warning: the object is used after a suspension without asking 'weak' again; it may be gone [coro-dangling-this]
      // CHECK: :[[@LINE-3]]:7: note: suspends here
      // CHECK: :[[@LINE-3]]:11: note: lock 'weak' after the suspension, and leave if it is empty
    };
    co_await work();
  }
};

