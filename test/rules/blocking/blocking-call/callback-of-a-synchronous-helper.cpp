// RUN: %check_rule %s coro-blocking-call
// The helper calls its callback before it returns.

#include "lazy.h"
#include <unistd.h>
#include <utility>

int cached_descriptor(const char *name);

template <class Use> void with_file(const char *name, Use &&use) {
  if (int file = cached_descriptor(name); file >= 0)
    std::forward<Use>(use)(file);
}

// Found at the call of the helper.
lib::task<void> commit(const char *name) {
  with_file(name, [](int file) { ::fsync(file); });
  // CHECK: :[[@LINE-1]]:3: warning: 'with_file' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-7]]:5: note: 'with_file' calls the lambda here
  // CHECK: :[[@LINE-3]]:36: note: the lambda calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-5]]:17: note: 'commit' is a coroutine
  // CHECK: :[[@LINE-5]]:3: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Not found: this callback only computes. The helper is the same.
lib::task<int> number_of(const char *name) {
  int number = -1;
  with_file(name, [&](int file) { number = file; });
  co_return number;
}
