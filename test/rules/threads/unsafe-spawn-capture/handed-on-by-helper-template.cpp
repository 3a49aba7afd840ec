// RUN: %check_rule %s coro-unsafe-spawn-capture
// A helper of one's own starts the thread.

#include "local_ptr.h"
#include <thread>

template <class F> void in_background(F work) {
  std::thread(std::move(work)).detach();
}

template <class F> void when_idle(F &&work) {
  in_background(std::forward<F>(work));
}

template <class F> void now(F work) { work(); }

struct Folder {
  int files = 0;
};

// Found at the capture 'folder', started by 'when_idle'.
void compact(const lib::local_ptr<Folder> &folder) {
  when_idle([folder] { --folder->files; });
  // CHECK: :[[@LINE-1]]:14: warning: 'folder' is copied into a task that another thread may run; 'lib::local_ptr<Folder>' counts its copies in a plain 'int' [coro-unsafe-spawn-capture]
  // CHECK: Inputs/local_ptr.h:34:9: note: 'uses' is the counter; two threads may change it at once
  // CHECK: :[[@LINE-18]]:3: note: the constructor of 'std::thread' starts the task here
  // CHECK: :[[@LINE-4]]:14: note: hand the task a value of its own, or share it through a type that is thread-safe
}

// Not found: this helper calls it here.
void compact_now(const lib::local_ptr<Folder> &folder) {
  now([folder] { --folder->files; });
}
