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
  settle_and_stop(loop);
  co_return;
}
