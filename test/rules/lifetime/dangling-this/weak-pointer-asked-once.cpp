// RUN: %check_rule %s coro-dangling-this
// What was alive before the suspension may be gone after it.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);

struct session : std::enable_shared_from_this<session> {
  int id = 0;
  lib::task<> run() {
    std::weak_ptr<session> weak = weak_from_this();
    if (weak.expired())
      co_return;
    co_await tick();
    use(id);
    // CHECK: :[[@LINE-1]]:9: warning: the object is used after a suspension without asking 'weak' again; it may be gone [coro-dangling-this]
    // CHECK: :[[@LINE-3]]:5: note: suspends here
    // CHECK: :[[@LINE-3]]:9: note: lock 'weak' after the suspension, and leave if it is empty
  }
};

