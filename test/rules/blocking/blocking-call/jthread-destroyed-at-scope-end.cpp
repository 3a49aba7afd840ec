// RUN: %check_rule %s coro-blocking-call
// The destructor of std::jthread joins.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <thread>

void index_files();

// Found: the closing brace waits for the thread.
lib::task<void> index_once() {
  std::jthread worker(index_files);
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: to ask it to stop is not to have stopped it.
lib::task<void> index_for_a_while() {
  std::jthread worker(index_files);
  co_await lib::sleep(std::chrono::seconds(1));
  worker.request_stop();
}

// Found: a temporary is destroyed right away.
lib::task<void> index_in_passing() {
  std::jthread{index_files};
  co_return;
}
