// RUN: %check_rule %s coro-ignored-error
// By option: the coroutine lets exceptions out, and its task is gone.

#include "eager.h"

lib::job<> tick();
lib::job<> save(int id) {
  co_await tick();
  throw id;
}

void start() {
  (void)save(1);
  // CHECK: :[[@LINE-1]]:9: warning: 'save' goes on by itself, and nobody sees it fail [coro-ignored-error]
  // CHECK: :[[@LINE-8]]:12: note: 'save' lets exceptions out; they end in a task that is gone
  // CHECK: :[[@LINE-3]]:9: note: await it, or catch everything inside of it and tell somebody
  static_cast<void>(save(2));
  // CHECK: :[[@LINE-1]]:21: warning: 'save' goes on by itself, and nobody sees it fail [coro-ignored-error]
  // CHECK: :[[@LINE-12]]:12: note: 'save' lets exceptions out; they end in a task that is gone
  // CHECK: :[[@LINE-3]]:21: note: await it, or catch everything inside of it and tell somebody
}

