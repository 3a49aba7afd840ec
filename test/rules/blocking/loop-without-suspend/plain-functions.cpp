// RUN: %check_rule %s coro-loop-without-suspend
// What is no coroutine has a thread that it may keep.

#include "lazy.h"
#include <atomic>
#include <thread>

std::atomic<bool> stopped;
void poll();

void run() {
  while (true)
    poll();
}

void wait() {
  while (!stopped) {
  }
}

lib::task<void> starts_a_thread() {
  std::thread worker([] {
    while (true)
      poll();
  });
  worker.detach();
  co_return;
}

// CHECK-NONE
