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
  // CHECK: :[[@LINE-1]]:7: warning: 'flush' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
  // CHECK: :[[@LINE-8]]:29: note: 'flush' calls 'fdatasync' here; it waits for the storage
  // CHECK: :[[@LINE-5]]:17: note: 'finish_file' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found: the call names its class.
lib::task<void> finish_any(sink *first) {
  sink &out = *first;
  out.sink::flush();
  // CHECK: :[[@LINE-1]]:13: warning: 'flush' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-24]]:28: note: 'flush' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-5]]:17: note: 'finish_any' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
