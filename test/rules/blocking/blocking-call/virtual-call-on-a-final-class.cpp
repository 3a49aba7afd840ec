// RUN: %check_rule %s coro-blocking-call
// Virtual in name only: the class, or the call, leaves no choice.

#include "lazy.h"
#include <unistd.h>

class sink {
public:
  virtual ~sink() = default;
  virtual void flush() { ::fsync(1); }
};

class file_sink final : public sink {
public:
  void flush() override { ::fdatasync(3); }
};

// Found: nothing can override file_sink::flush.
lib::task<void> finish_file() {
  file_sink out;
  out.flush();
  co_return;
}

// Found: the call names its class.
lib::task<void> finish_any(sink *first) {
  sink &out = *first;
  out.sink::flush();
  co_return;
}
