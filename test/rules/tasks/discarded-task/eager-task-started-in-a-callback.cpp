// RUN: %check_rule %s coro-discarded-task
// Inside of a coroutine stands a lambda that is none: there an eager task is
// started as in any plain function.

#include "eager.h"
#include <utility>

lib::job<> upload(int file);
lib::detached blink();
template <class Call> void on_timeout(Call call) { call(); }
void set_handler(void (*call)(int));

lib::job<> run() {
  set_handler([](int file) { upload(file); });
  on_timeout([] {
    upload(1);
    auto kept = upload(2);
  });
  struct starter {
    ~starter() { upload(3); }
  } at_end;
  blink();
  co_await upload(4);
}

// CHECK-NONE
