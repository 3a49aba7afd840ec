// RUN: %check_rule %s coro-discarded-task
// An object that can be awaited, and used without.

#include "lazy.h"
#include <coroutine>

class event {
public:
  event &set();
  event &on(void (*call)());
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<>);
  void await_resume();
};
event make_event();

lib::task<void> run(event &done) {
  done.set();
  make_event().on([] {});
  make_event();
  co_return;
}

// CHECK-NONE
