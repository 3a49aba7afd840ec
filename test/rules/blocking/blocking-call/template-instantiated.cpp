// RUN: %check_rule %s coro-blocking-call
// Coroutine templates: what blocks is found in the text or in an instance.

#include "lazy.h"
#include <chrono>
#include <thread>
#include <unistd.h>

lib::task<void> write_out(int file);

struct disk_file {
  int number;
  void commit() { ::fsync(number); }
};

// Found, once for both instances.
template <class Duration> lib::task<void> pause_for(Duration length) {
  std::this_thread::sleep_for(length);
  // CHECK: :[[@LINE-1]]:21: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:21: note: 'sleep_for' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:43: note: 'pause_for' is a coroutine
  // CHECK: :[[@LINE-4]]:21: note: co_await a timer of your coroutine library
  co_return;
}

// Found: no instance is needed to know that sync blocks.
template <class File> lib::task<void> never_called(File file) {
  ::sync();
  // CHECK: :[[@LINE-1]]:5: warning: 'sync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:5: note: 'sync' waits for the storage
  // CHECK: :[[@LINE-4]]:39: note: 'never_called' is a coroutine
  // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found by the instance with disk_file.
template <class File> lib::task<void> save(int number) {
  File file{number};
  co_await write_out(number);
  file.commit();
  // CHECK: :[[@LINE-1]]:8: warning: 'commit' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-29]]:21: note: 'commit' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-6]]:39: note: 'save' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: use the file operations of your coroutine library, or call it on a thread that may block
}

lib::task<void> use() {
  co_await pause_for(std::chrono::seconds(1));
  co_await pause_for(std::chrono::minutes(1));
  co_await save<disk_file>(3);
}
