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
  // CHECK: :[[@LINE-1]]:16: warning: destroying 'worker' blocks the thread of this coroutine; it waits for the thread to end [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'index_once' is a coroutine
  // CHECK: :[[@LINE-3]]:16: note: keep the std::jthread outside of the coroutine, or let it resume the coroutine when it is done
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: to ask it to stop is not to have stopped it.
lib::task<void> index_for_a_while() {
  std::jthread worker(index_files);
  // CHECK: :[[@LINE-1]]:16: warning: destroying 'worker' blocks the thread of this coroutine; it waits for the thread to end [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'index_for_a_while' is a coroutine
  // CHECK: :[[@LINE-3]]:16: note: keep the std::jthread outside of the coroutine, or let it resume the coroutine when it is done
  co_await lib::sleep(std::chrono::seconds(1));
  worker.request_stop();
}

// Found: a temporary is destroyed right away.
lib::task<void> index_in_passing() {
  std::jthread{index_files};
  // CHECK: :[[@LINE-1]]:3: warning: destroying the temporary 'std::jthread' blocks the thread of this coroutine; it waits for the thread to end [coro-blocking-call]
  // CHECK: :[[@LINE-3]]:17: note: 'index_in_passing' is a coroutine
  // CHECK: :[[@LINE-3]]:3: note: keep the std::jthread outside of the coroutine, or let it resume the coroutine when it is done
  co_return;
}
