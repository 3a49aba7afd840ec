// RUN: %check_rule %s coro-blocking-call
// A callable that is called on the spot is part of the coroutine, whoever
// calls it.

#include "lazy.h"
#include <algorithm>
#include <functional>
#include <unistd.h>
#include <vector>

struct journal {
  int file;
  void commit() const { ::fsync(file); }
};

// Found in the lambda that for_each calls, and in that of its range form.
lib::task<void> commit_all(std::vector<journal> all) {
  std::for_each(all.begin(), all.end(),
                [](const journal &each) { each.commit(); });
                // CHECK: :[[@LINE-1]]:17: warning: the lambda may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
                // CHECK: :[[@LINE-2]]:48: note: the lambda calls 'commit' here
                // CHECK: :[[@LINE-9]]:27: note: 'commit' calls 'fsync' here; it waits for the storage
                // CHECK: :[[@LINE-6]]:17: note: 'commit_all' is a coroutine
                // CHECK: :[[@LINE-5]]:17: note: use the file operations of your coroutine library, or call it on a thread that may block
  std::ranges::for_each(all, [](const journal &each) { each.commit(); });
  // CHECK: :[[@LINE-1]]:30: warning: the lambda may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:61: note: the lambda calls 'commit' here
  // CHECK: :[[@LINE-15]]:27: note: 'commit' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-12]]:17: note: 'commit_all' is a coroutine
  // CHECK: :[[@LINE-5]]:30: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}

// Found: std::invoke calls what it is given.
lib::task<int> commit_one(int file) { co_return std::invoke(::fsync, file); }
// CHECK: :[[@LINE-1]]:61: warning: 'fsync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
// CHECK: :[[@LINE-2]]:61: note: 'fsync' waits for the storage
// CHECK: :[[@LINE-3]]:16: note: 'commit_one' is a coroutine
// CHECK: :[[@LINE-4]]:61: note: use the file operations of your coroutine library, or call it on a thread that may block

// Found: a pointer that always points there.
lib::task<int> commit_two(int file) {
  int (*const commit)(int) = &::fdatasync;
  co_return commit(file);
  // CHECK: :[[@LINE-1]]:13: warning: 'fdatasync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:13: note: 'fdatasync' waits for the storage
  // CHECK: :[[@LINE-5]]:16: note: 'commit_two' is a coroutine
  // CHECK: :[[@LINE-4]]:13: note: use the file operations of your coroutine library, or call it on a thread that may block
}

// Found: a functor.
struct committer {
  void operator()(int file) const { ::fsync(file); }
};
lib::task<void> commit_three(std::vector<int> files) {
  std::for_each(files.begin(), files.end(), committer());
  // CHECK: :[[@LINE-1]]:45: warning: 'operator()' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-5]]:39: note: 'operator()' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'commit_three' is a coroutine
  // CHECK: :[[@LINE-4]]:45: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
