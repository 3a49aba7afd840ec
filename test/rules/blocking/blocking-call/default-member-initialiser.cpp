// RUN: %check_rule %s coro-blocking-call
// A constructor runs the initialisers that stand at the members.

#include "lazy.h"
#include <cstdlib>
#include <unistd.h>

struct machine {
  int cores = std::system("nproc > cores.txt");
};

class disk {
public:
  disk() : free_(::fsync(0)) {}

private:
  int free_;
};

// Found: the constructor is implicit, the call is written at the member.
lib::task<int> core_count() {
  machine here;
  // CHECK: :[[@LINE-1]]:11: warning: the constructor of 'machine' may block the thread of this coroutine; it reaches 'system' [coro-blocking-call]
  // CHECK: :[[@LINE-15]]:20: note: the constructor of 'machine' calls 'system' here; it waits for another process
  // CHECK: :[[@LINE-4]]:16: note: 'core_count' is a coroutine
  // CHECK: :[[@LINE-4]]:11: note: co_await the end of the process, or wait for it on a thread that may block
  co_return here.cores;
}

// Found: a written initialiser.
lib::task<void> look() {
  disk first;
  // CHECK: :[[@LINE-1]]:8: warning: the constructor of 'disk' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE-20]]:20: note: the constructor of 'disk' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-4]]:17: note: 'look' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: use the file operations of your coroutine library, or call it on a thread that may block
  co_return;
}
