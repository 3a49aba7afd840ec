// RUN: %check_rule %s coro-blocking-call
// A callable for a parameter that offloads may block, whatever the body of the
// function shows; one for any other parameter runs where it is called.

#include "lazy.h"
#include <functional>
#include <unistd.h>
#include <utility>

template <class F>
void allow([[clang::annotate("corolint::offloads")]] F &&f) {
  std::invoke(std::forward<F>(f));
}

template <class F>
void allow_in_turn([[clang::annotate("corolint::offloads")]] F f) { f(); }

template <class F> void call(F &&f) { std::invoke(std::forward<F>(f)); }

lib::task<void> coroutine() {
  allow([] { usleep(1000); });
  allow_in_turn([] { usleep(1000); });
  call([] { usleep(1000); });
  // CHECK: :[[@LINE-1]]:3: warning: 'call' may block the thread of this coroutine; it reaches 'usleep' [coro-blocking-call]
  // CHECK: :[[@LINE-7]]:51: note: 'call' calls the lambda here
  // CHECK: :[[@LINE-3]]:13: note: the lambda calls 'usleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-7]]:17: note: 'coroutine' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: co_await a timer of your coroutine library
  co_return;
}
