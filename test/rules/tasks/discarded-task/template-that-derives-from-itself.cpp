// RUN: %check_rule %s coro-discarded-task
// A template whose base is the same template with other arguments.

#include "lazy.h"

lib::task<void> save(int id);

template <int N> struct chain : chain<N - 1> {
  chain next();
  void up();
  // Found once, whatever N is.
  lib::task<void> step() {
    next();
    up();
    chain here;
    here.up();
    save(N);
    // CHECK: :[[@LINE-1]]:5: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
    // CHECK: :[[@LINE-2]]:5: note: co_await it, return it, or hand it to a function that spawns it
    co_await save(N);
  }
};
template <> struct chain<0> {};

// Not found.
lib::task<void> walk(chain<2> &c) { co_await c.step(); }
