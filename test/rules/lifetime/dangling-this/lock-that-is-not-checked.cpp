// RUN: %check_rule %s coro-dangling-this
// What lock() gives after a suspension may be empty.

#include "lazy.h"
#include <memory>

lib::task<> tick();
void use(int id);
void take(std::shared_ptr<struct pool> whole);

struct pool : std::enable_shared_from_this<pool> {
  int id = 0;

  static lib::task<> set_again(std::weak_ptr<pool> watcher) {
    auto self = watcher.lock();
    if (!self)
      co_return;
    while (true) {
      self = nullptr;
      co_await tick();
      self = watcher.lock();
      use(self->id);
      // CHECK: :[[@LINE-1]]:11: warning: 'self' is not asked whether it is empty; after a suspension the object of 'watcher' may be gone [coro-dangling-this]
      // CHECK: :[[@LINE-2]]:11: note: leave if 'self' is empty
    }
  }

  static lib::task<> declared(std::weak_ptr<pool> watcher) {
    co_await tick();
    auto self = watcher.lock();
    use((*self).id);
    // CHECK: :[[@LINE-1]]:11: warning: 'self' is not asked whether it is empty; after a suspension the object of 'watcher' may be gone [coro-dangling-this]
    // CHECK: :[[@LINE-2]]:11: note: leave if 'self' is empty
  }

  // Silent: asked in one way or another.
  static lib::task<> asked(std::weak_ptr<pool> watcher) {
    while (auto self = watcher.lock()) {
      use(self->id);
      self = nullptr;
      co_await tick();
    }
    std::shared_ptr<pool> self;
    if ((self = watcher.lock()))
      use(self->id);
    self = watcher.lock();
    if (!self)
      co_return;
    use(self->id);
  }

  // Silent: the callee asks.
  static lib::task<> passed_on(std::weak_ptr<pool> watcher) {
    co_await tick();
    auto self = watcher.lock();
    take(self);
  }

  // Silent: not suspended yet.
  static lib::task<> at_once(std::weak_ptr<pool> watcher) {
    auto self = watcher.lock();
    use(self->id);
    co_await tick();
  }

  // Silent: somebody else holds it.
  static lib::task<> held(std::shared_ptr<pool> owner,
                          std::weak_ptr<pool> watcher) {
    co_await tick();
    auto self = watcher.lock();
    use(self->id);
  }
};
