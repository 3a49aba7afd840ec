// RUN: %check_rule %s coro-blocking-call
// Every kind of coroutine runs on somebody's thread.

#include "eager.h"
#include "lazy.h"
#include <unistd.h>

// Found.
lib::detached log_later(int file) {
  ::fsync(file);
  // CHECK: :[[@LINE-1]]:5: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:15: note: 'log_later' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found: runs at once, on the thread of its caller.
lib::job<> log_now(int file) {
  ::fsync(file);
  // CHECK: :[[@LINE-1]]:5: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:12: note: 'log_now' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

struct logger {
  int file;
  // Found in the lambda, which is the coroutine; flush is none.
  lib::task<void> flush() {
    return [](int number) -> lib::task<void> {
      ::fsync(number);
      // CHECK: :[[@LINE-1]]:9: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
      // CHECK: :[[@LINE-2]]:9: note: 'fsync' waits for the storage
      // CHECK: :[[@LINE-4]]:12: note: the lambda is a coroutine
      // CHECK: :[[@LINE-4]]:9: note: use the file operations of your coroutine library, or call it on a thread that may block
      co_return;
    }(file);
  }
};

// Found: a generic lambda.
inline const auto flush_any = [](auto &, int number) -> lib::task<void> {
  ::fsync(number);
  // CHECK: :[[@LINE-1]]:5: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:31: note: the lambda is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
};
