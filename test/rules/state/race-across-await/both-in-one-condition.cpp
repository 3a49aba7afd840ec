// RUN: %check_rule %s coro-race-across-await
// A check together with others.

#include "lazy.h"
#include <memory>

lib::task<std::shared_ptr<int>> connect();

class client {
public:
  // Found: both hold.
  lib::task<void> both(bool wanted) {
    if (wanted && !connection_)
      connection_ = co_await connect();
  }

  // Silent: which of the two holds is not known.
  lib::task<void> either(bool forced) {
    if (forced || !connection_)
      connection_ = co_await connect();
  }

private:
  std::shared_ptr<int> connection_;
};
