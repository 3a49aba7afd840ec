// RUN: %check_rule %s coro-blocking-call
// Once a coroutine has moved to an executor of its author's choice, what blocks
// there is meant to.

#include "lazy.h"
#include <unistd.h>

namespace lib {
struct pool {
  task<void> schedule();
};
task<void> resume_on(pool &executor);
} // namespace lib

// Found: before the move, and without the co_await that moves.
lib::task<void> before(lib::pool &background) {
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-4]]:17: note: 'before' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_await lib::resume_on(background);
}
lib::task<void> forgotten(lib::pool &background) {
  auto move = lib::resume_on(background);
  sleep(1);
  // CHECK: :[[@LINE-1]]:3: warning: 'sleep' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
  // CHECK: :[[@LINE-2]]:3: note: 'sleep' puts the whole thread to sleep
  // CHECK: :[[@LINE-5]]:17: note: 'forgotten' is a coroutine
  // CHECK: :[[@LINE-4]]:3: note: co_await a timer of your coroutine library
  co_await move;
}

// Not found: after it.
lib::task<void> after(lib::pool &background) {
  co_await lib::resume_on(background);
  sleep(1);
}
lib::task<void> scheduled(lib::pool &background) {
  co_await background.schedule();
  sleep(1);
}
