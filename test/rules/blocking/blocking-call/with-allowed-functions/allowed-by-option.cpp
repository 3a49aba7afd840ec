// RUN: %check_rule %s coro-blocking-call
// Functions that the project accepts, with all that they call.

#include "lazy.h"
#include <unistd.h>

namespace app {
void save(int file) { sleep(1); }
void load(int file) { sleep(1); }
void both(int file) {
  save(file);
  fsync(file);
}
} // namespace app

// Found: load is not among them, nor is sleep.
lib::task<void> loads(int file) {
  app::load(file);
  // CHECK: :[[@LINE-1]]:8: warning: 'load' may block the thread of this coroutine; it reaches 'sleep' [coro-blocking-call]
  // CHECK: :[[@LINE-11]]:23: note: 'load' calls 'sleep' here; it puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'loads' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await a timer of your coroutine library
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-9]]:17: note: 'loads' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_return;
}

// Not found: accepted by name, also on the way.
lib::task<void> saves(int file) {
  app::save(file);
  fsync(file);
  app::both(file);
  co_return;
}
