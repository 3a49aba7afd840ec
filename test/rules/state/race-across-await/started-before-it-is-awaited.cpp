// RUN: %check_rule %s coro-race-across-await
// Work that is shared from its start: the state is set before anybody waits.

#include "eager.h"
#include <memory>
#include <optional>

lib::job<void> connect();

class client {
public:
  lib::job<void> ready() {
    if (!connecting_)
      connecting_ = std::make_shared<lib::job<void>>(connect());
    auto shared = connecting_;
    co_await *shared;
  }

  lib::job<void> taken() {
    if (!pending_)
      co_return;
    auto mine = std::move(pending_);
    pending_ = nullptr;
    co_await *mine;
  }

private:
  std::shared_ptr<lib::job<void>> connecting_;
  std::shared_ptr<lib::job<void>> pending_;
};

// CHECK-NONE
