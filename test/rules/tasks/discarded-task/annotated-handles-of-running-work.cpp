// RUN: %check_rule %s coro-discarded-task
// The handle of work that has begun: what dropping it does is what its author
// says.

#include "lazy.h"
#include <vector>

class [[clang::annotate("corolint::stops_if_dropped")]] running {
public:
  bool is_done() const;
  std::suspend_always operator co_await() &&;
};
class [[clang::annotate("corolint::runs_on_if_dropped")]] receipt {
public:
  bool is_done() const;
  std::suspend_always operator co_await() &&;
};
running spawn(int job);
receipt send(int message);

// Found: each says what happens to the work.
lib::task<void> start_and_forget() {
  spawn(1);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'spawn' is dropped; dropping it cancels its work at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  send(2);
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'send' is dropped; its work runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  auto kept_too_short = spawn(3);
  // CHECK: :[[@LINE-1]]:8: warning: awaitable 'kept_too_short' is never awaited; dropping it cancels its work at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it
  co_return;
}

// Not found: outside of coroutines it is how such work is started.
void start_from_outside() { send(4); }
