// RUN: %check_rule %s coro-blocking-call
// The object came in as a parameter; what its class does is known all the same.

#include "lazy.h"
#include <memory>
#include <unistd.h>

class journal {
public:
  void commit() { ::fdatasync(file_); }

private:
  int file_ = -1;
};

// Found.
lib::task<void> close_one(journal &log) {
  log.commit();
  // CHECK: :[[@LINE-1]]:7: warning: 'commit' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
  // CHECK: :[[@LINE-10]]:21: note: 'commit' calls 'fdatasync' here; it waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'close_one' is a coroutine
  // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found.
lib::task<void> close_pointer(journal *log) {
  log->commit();
  // CHECK: :[[@LINE-1]]:8: warning: 'commit' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
  // CHECK: :[[@LINE-20]]:21: note: 'commit' calls 'fdatasync' here; it waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'close_pointer' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found.
lib::task<void> close_shared(std::shared_ptr<journal> log) {
  log->commit();
  // CHECK: :[[@LINE-1]]:8: warning: 'commit' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
  // CHECK: :[[@LINE-30]]:21: note: 'commit' calls 'fdatasync' here; it waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'close_shared' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
