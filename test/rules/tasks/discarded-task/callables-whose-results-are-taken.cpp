// RUN: %check_rule %s coro-discarded-task
// Callables that return a task to somebody who wants it.

#include "eager.h"
#include "executor.h"
#include "lazy.h"
#include <functional>
#include <thread>
#include <vector>

lib::task<void> save(int id);
lib::job<> start(int id);
lib::detached blink();
template <class F> void retry(F make) { lib::sync_wait(make()); }

void pass_on(lib::pool &workers) {
  std::function<lib::task<void>()> later = [] { return save(1); };
  workers.post([] { lib::sync_wait(save(2)); });
  retry([] { return save(3); });
  std::function<void()> eager = [] { start(4); };
  std::function<void()> also_eager = []() -> lib::job<> { co_await start(5); };
  std::function<void()> forgotten = blink;
  std::thread([] { lib::sync_wait(save(6)); }).join();
}

// CHECK-NONE
