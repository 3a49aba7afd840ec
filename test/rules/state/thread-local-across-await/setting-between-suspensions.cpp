// RUN: %check_rule %s coro-thread-local-across-await
// What is set back before the next suspension.

#include "lazy.h"
#include <cfenv>
#include <clocale>
#include <locale.h>

lib::task<int> compute();
int round(int value);

lib::task<void> rounded() {
  while (true) {
    const int value = co_await compute();
    const int before = fegetround();
    fesetround(FE_UPWARD);
    round(value);
    fesetround(before);
  }
}

lib::task<void> in_locale(locale_t wanted) {
  locale_t before = uselocale(wanted);
  round(1);
  uselocale(before);
  co_await compute();
}

// For good.
lib::task<void> never_set_back() {
  fesetround(FE_DOWNWARD);
  co_await compute();
}

// CHECK-NONE
