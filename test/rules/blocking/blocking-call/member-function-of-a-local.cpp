// RUN: %check_rule %s coro-blocking-call
// A class that hides what its member functions wait for.

#include "lazy.h"
#include <unistd.h>

class journal {
public:
  explicit journal(int file) : file_(file) {}

  void add(int entry) {
    pending_ += entry;
    commit();
  }

  // Found: commit is a member function of the same class.
  lib::task<void> close() {
    commit();
    // CHECK: :[[@LINE-1]]:5: warning: 'commit' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
    // CHECK: :[[@LINE+7]]:21: note: 'commit' calls 'fdatasync' here; it waits for the storage
    // CHECK: :[[@LINE-4]]:19: note: 'close' is a coroutine
    // CHECK: :[[@LINE-4]]:5: note: use the file operations of your coroutine library, or call it on a thread that may block
    co_return;
  }

private:
  void commit() { ::fdatasync(file_); }

  int file_;
  int pending_ = 0;
};

// Found.
lib::task<void> record(int file, int entry) {
  journal all(file);
  all.add(entry);
  // CHECK: :[[@LINE-1]]:7: warning: 'add' may block the thread of this coroutine; it reaches 'fdatasync' [coro-blocking-call]
  // CHECK: :[[@LINE-25]]:5: note: 'add' calls 'commit' here
  // CHECK: :[[@LINE-12]]:21: note: 'commit' calls 'fdatasync' here; it waits for the storage
  // CHECK: :[[@LINE-6]]:17: note: 'record' is a coroutine
  // CHECK: :[[@LINE-5]]:7: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
