// RUN: %check_rule %s coro-blocking-call
// To lock a file waits for who has locked it; to try it, or to unlock, does not.

#include "lazy.h"
#include <sys/file.h>

lib::task<void> waits(int file) {
  flock(file, LOCK_EX);
  // CHECK: :[[@LINE-1]]:3: warning: 'flock' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'flock' waits for the lock of a file
  // CHECK: :[[@LINE-4]]:17: note: 'waits' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: lock the file on a thread that may block
  co_return;
}

lib::task<void> tries(int file) {
  flock(file, LOCK_EX | LOCK_NB);
  flock(file, LOCK_UN);
  co_return;
}
