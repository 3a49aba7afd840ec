// RUN: %check_rule %s coro-thread-local-across-await
// Locale, floating-point rounding and signal mask, set back too late.

#include "lazy.h"
#include <cfenv>
#include <clocale>
#include <csignal>
#include <locale.h>
#include <signal.h>

lib::task<int> compute();

lib::task<void> in_locale(locale_t wanted) {
  locale_t before = uselocale(wanted);
  // CHECK: :[[@LINE-1]]:21: warning: 'uselocale' sets something for this thread that is set back after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:21: note: set it back before the suspension
  co_await compute();
  uselocale(before);
}

lib::task<void> rounded() {
  const int before = fegetround();
  fesetround(FE_UPWARD);
  // CHECK: :[[@LINE-1]]:3: warning: 'fesetround' sets something for this thread that is set back after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:3: note: set it back before the suspension
  co_await compute();
  fesetround(before);
}

lib::task<void> masked(sigset_t blocked) {
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, &blocked, &before);
  // CHECK: :[[@LINE-1]]:3: warning: 'pthread_sigmask' sets something for this thread that is set back after a suspension; the coroutine may have moved to another thread by then [coro-thread-local-across-await]
  // CHECK: :[[@LINE+3]]:3: note: suspends here
  // CHECK: :[[@LINE+3]]:3: note: used here afterwards
  // CHECK: :[[@LINE-4]]:3: note: set it back before the suspension
  co_await compute();
  pthread_sigmask(SIG_SETMASK, &before, nullptr);
}
