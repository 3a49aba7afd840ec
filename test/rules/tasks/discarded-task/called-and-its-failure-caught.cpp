// RUN: %check_rule %s coro-discarded-task
// A function that goes on whether the callable throws or not has use for both.

#include "lazy.h"
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

lib::task<void> save(int id);

template <class Callable> void guarded(Callable &&callable) {
  try {
    callable();
  } catch (const std::exception &failure) {
    std::puts(failure.what());
    return;
  }
  std::puts("done");
}

template <class Callable> void to_the_end(Callable &&callable) {
  try {
    callable();
  } catch (...) {
    std::abort();
  }
  std::exit(0);
}

// Found twice.
void save_all() {
  guarded([] { save(1); });
  // CHECK: :[[@LINE-1]]:16: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:16: note: hand it to a function that runs or spawns it, or return it
  to_the_end([] { save(2); });
  // CHECK: :[[@LINE-1]]:19: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:19: note: hand it to a function that runs or spawns it, or return it
}
