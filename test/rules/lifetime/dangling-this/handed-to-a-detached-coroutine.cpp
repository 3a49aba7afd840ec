// RUN: %check_rule %s coro-dangling-this
// What nobody can wait for awaits the task of a member.

#include "eager.h"
#include "lazy.h"
#include <memory>

lib::job<> tick();
void use(int id);

struct tab : std::enable_shared_from_this<tab> {
  int id = 0;
  lib::job<> load() {
    co_await tick();
    use(id);
  }
  lib::job<> load_held() {
    auto self = shared_from_this();
    co_await tick();
    use(id);
  }
  tab() {
    [](lib::job<> loading) -> lib::detached { co_await loading; }(this->load());
    // CHECK: :[[@LINE-1]]:67: warning: the task uses its 'tab' after a suspension, and nothing in it keeps the object alive [coro-dangling-this]
    // CHECK: :[[@LINE-2]]:5: note: the task is started by the lambda
    // CHECK: :[[@LINE-12]]:5: note: 'load' suspends here
    // CHECK: :[[@LINE-12]]:9: note: the object is used here afterwards
    // CHECK: :[[@LINE-5]]:67: note: start the task where the object has an owner: in a function that makes both, and passes it on
  }
  // Silent: something holds the object.
  void held() {
    [](lib::job<> loading) -> lib::detached { co_await loading; }(load_held());
    [](lib::job<> loading, std::shared_ptr<tab>) -> lib::detached {
      co_await loading;
    }(load(), shared_from_this());
  }
};
