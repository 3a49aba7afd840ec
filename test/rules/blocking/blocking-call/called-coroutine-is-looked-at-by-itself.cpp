// RUN: %check_rule %s coro-blocking-call
// Found once, in the coroutine that blocks, not in those that call it.

#include "lazy.h"
#include <unistd.h>

// Found.
lib::task<void> commit(int file) {
  ::fsync(file);
  // CHECK: :[[@LINE-1]]:5: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'commit' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Not found.
lib::task<void> save(int file) {
  auto committed = commit(file);
  co_await committed;
}

// Not found: hands the task on.
lib::task<void> save_as(int file) { return save(file); }
