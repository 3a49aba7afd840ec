// RUN: %check_rule %s coro-lock-across-await
// lock() of a weak_ptr locks nothing; what it returns may be kept.

#include "lazy.h"
#include <memory>

class session {
public:
  lib::task<void> ping();
  void unlock();
};

lib::task<void> ping(std::weak_ptr<session> watched) {
  if (auto alive = watched.lock())
    co_await alive->ping();
}

lib::task<void> ping_and_unlock(std::weak_ptr<session> watched) {
  std::shared_ptr<session> alive = watched.lock();
  if (!alive)
    co_return;
  co_await alive->ping();
  alive->unlock();
}
// CHECK-NONE
