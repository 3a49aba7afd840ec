// RUN: %check_rule %s coro-discarded-task
// A class that keeps a callable and a signature does not call the one like the
// other, unless its own call operator does.

#include "lazy.h"
#include <functional>
#include <utility>

lib::task<void> save(int id);

template <class Signature, class F> struct operation {
  F start;
  explicit operation(F f) : start(std::move(f)) {}
  template <class Token> auto operator()(Token token) { return start(); }
};
template <class F> operation<void(int), F> deferred(F f) {
  return operation<void(int), F>(std::move(f));
}

// Found: std::function calls it as void().
void erases() {
  std::function<void()> callback = [] { return save(1); };
  // CHECK: :[[@LINE-1]]:36: warning: the task returned by the lambda is dropped by 'std::function<void ()>'; it is lazy, so the lambda never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:36: note: call it in a callable that hands the task to a function which runs or spawns it
  callback();
}

// Not found.
void keeps() {
  auto later = deferred([] { return save(2); });
  (void)later;
}
