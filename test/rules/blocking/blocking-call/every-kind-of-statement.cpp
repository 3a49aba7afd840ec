// RUN: %check_rule %s coro-blocking-call
// The call may stand anywhere in the body.

#include "lazy.h"
#include <stdexcept>
#include <unistd.h>

lib::task<int> receive(int from);
lib::task<void> send(int value);

// Found in the handler: no co_await can stand there, so people block.
lib::task<int> receive_or_sync(int from) {
  try {
    co_return co_await receive(from);
  } catch (const std::runtime_error &) {
    ::sync();
    // CHECK: :[[@LINE-1]]:7: warning: 'sync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:7: note: 'sync' waits for the storage
    // CHECK: :[[@LINE-7]]:16: note: 'receive_or_sync' is a coroutine
    // CHECK: :[[@LINE-4]]:7: note: leave the catch block first, then use the file operations of your coroutine library, or call it on a thread that may block
  }
  co_return 0;
}

// Found twice: in the condition, in a case.
lib::task<void> react(int what) {
  if (::fsync(what) != 0)
  // CHECK: :[[@LINE-1]]:9: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:9: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'react' is a coroutine
  // CHECK: :[[@LINE-4]]:9: note: use the file operations of your coroutine library, or call it on a thread that may block
    co_return;
  switch (what) {
  case 1:
    ::sync();
    // CHECK: :[[@LINE-1]]:7: warning: 'sync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:7: note: 'sync' waits for the storage
    // CHECK: :[[@LINE-12]]:17: note: 'react' is a coroutine
    // CHECK: :[[@LINE-4]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
    break;
  default:
    co_await send(what);
  }
}

// Found three times: in what is awaited, what is returned, a loop's head.
lib::task<int> relay(int file) {
  co_await send(::fsync(file));
  // CHECK: :[[@LINE-1]]:19: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:19: note: 'fsync' waits for the storage
  // CHECK: :[[@LINE-4]]:16: note: 'relay' is a coroutine
  // CHECK: :[[@LINE-4]]:19: note: use the file operations of your coroutine library, or call it on a thread that may block
  for (int tries = 3; ::fdatasync(file) != 0 && tries > 0; --tries)
  // CHECK: :[[@LINE-1]]:25: warning: 'fdatasync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:25: note: 'fdatasync' waits for the storage
  // CHECK: :[[@LINE-9]]:16: note: 'relay' is a coroutine
  // CHECK: :[[@LINE-4]]:25: note: use the file operations of your coroutine library, or call it on a thread that may block
    co_await send(tries);
  co_return ::syncfs(file);
  // CHECK: :[[@LINE-1]]:15: warning: 'syncfs' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:15: note: 'syncfs' waits for the storage
  // CHECK: :[[@LINE-15]]:16: note: 'relay' is a coroutine
  // CHECK: :[[@LINE-4]]:15: note: use the file operations of your coroutine library, or call it on a thread that may block
}
