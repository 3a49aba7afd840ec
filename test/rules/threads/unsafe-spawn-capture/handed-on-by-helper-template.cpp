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
}

// Not found: this helper calls it here.
void compact_now(const lib::local_ptr<Folder> &folder) {
  now([folder] { --folder->files; });
}
