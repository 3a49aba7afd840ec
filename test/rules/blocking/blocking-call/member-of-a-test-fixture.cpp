// RUN: %check_rule %s coro-blocking-call
// A fixture and its tests stand in different files: no macro is seen here.

#include "lazy.h"
#include <unistd.h>

namespace testing {
class Test {
protected:
  virtual void SetUp() {}
};
} // namespace testing

class with_server : public testing::Test {
protected:
  void SetUp() override;
  lib::task<void> give_it_time();
};

void with_server::SetUp() {
  lib::sync_wait([]() -> lib::task<void> {
    sleep(1);
    co_return;
  }());
}
lib::task<void> with_server::give_it_time() {
  sleep(1);
  co_return;
}

// CHECK-NONE
