// RUN: %check_rule %s coro-blocking-call
// What runs is decided elsewhere; nothing is assumed.

#include "lazy.h"
#include <functional>
#include <unistd.h>

class sink {
public:
  virtual ~sink() = default;
  virtual void flush() { ::fsync(1); }
};

lib::task<void> finish(sink &out, void (*done)(),
                       const std::function<void()> &log) {
  out.flush();
  done();
  log();
  co_return;
}
// CHECK-NONE
