// RUN: %check_rule %s coro-thread-local-across-await
// Guards whose constructor sets what their destructor sets back.

#include "lazy.h"
#include <cfenv>

struct span_id {
  int value;
};

thread_local span_id *current_span;

class span_guard {
public:
  explicit span_guard(span_id *mine) : before_(current_span) {
    current_span = mine;
  }
  ~span_guard() { current_span = before_; }

private:
  span_id *before_;
};

class rounding_guard {
public:
  rounding_guard() : before_(fegetround()) { fesetround(FE_UPWARD); }
  ~rounding_guard() { fesetround(before_); }

private:
  int before_;
};

lib::task<int> compute();

lib::task<void> traced(span_id mine) {
  span_guard guard(&mine);
  // CHECK: :[[@LINE-1]]:14: warning: 'guard' sets the thread_local 'current_span' for this thread and sets it back at the end of its scope; by then the coroutine may have moved to another thread [coro-thread-local-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here; others then run on this thread with what it set
  // CHECK: :[[@LINE-3]]:14: note: close the scope of 'guard' before the suspension
  co_await compute();
}

lib::task<void> rounded() {
  rounding_guard upward;
  // CHECK: :[[@LINE-1]]:18: warning: 'upward' sets by 'fesetround' what holds for this thread and sets it back at the end of its scope; by then the coroutine may have moved to another thread [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:5: note: suspends here; others then run on this thread with what it set
  // CHECK: :[[@LINE-3]]:18: note: close the scope of 'upward' before the suspension
  for (int i = 0; i < 3; ++i)
    co_await compute();
}

// Silent: its scope ends first.
lib::task<void> in_time(span_id mine) {
  {
    span_guard guard(&mine);
  }
  co_await compute();
  span_guard guard(&mine);
}
