// RUN: %check_rule %s coro-sync-wait
// Marked by hand: no body, no known name.

#include "lazy.h"

[[clang::annotate("corolint::joins")]] void settle_all();

class event_loop {
public:
  virtual ~event_loop() = default;
  [[clang::annotate("corolint::joins")]] virtual void run() = 0;
  virtual void stop() = 0;
};

static void settle_and_stop(event_loop &loop) {
  settle_all();
  loop.stop();
}

// Found twice: through settle_and_stop, and run although it is virtual.
lib::task<void> serve(event_loop &loop) {
  loop.run();
  // CHECK: :[[@LINE-1]]:8: warning: 'run' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-3]]:17: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-3]]:8: note: co_await the work instead of waiting for it
  settle_and_stop(loop);
  // CHECK: :[[@LINE-1]]:3: warning: 'settle_and_stop' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
  // CHECK: :[[@LINE-12]]:3: note: 'settle_and_stop' calls 'settle_all' here
  // CHECK: :[[@LINE-8]]:17: note: 'serve' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await the work instead of waiting for it
  co_return;
}
