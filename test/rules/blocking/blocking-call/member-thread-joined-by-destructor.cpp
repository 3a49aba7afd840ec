// RUN: %check_rule %s coro-blocking-call
// A local object whose destructor, or a member's, joins a thread.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <thread>

void index_files();

class indexer {
public:
  ~indexer() { stop(); }
  void stop() {
    if (thread_.joinable())
      thread_.join();
  }

private:
  std::thread thread_{index_files};
};

struct desk {
  indexer files;
};

struct lamp {
  std::jthread flicker{index_files};
};

// Found: ~indexer calls stop, stop joins.
lib::task<void> look_around() {
  indexer files;
  // CHECK: :[[@LINE-1]]:11: warning: destroying 'files' may block the thread of this coroutine; it reaches 'join' [coro-blocking-call]
  // CHECK: :[[@LINE-22]]:16: note: '~indexer' calls 'stop' here
  // CHECK: :[[@LINE-20]]:15: note: 'stop' calls 'join' here; it waits for a thread to end
  // CHECK: :[[@LINE-5]]:17: note: 'look_around' is a coroutine
  // CHECK: :[[@LINE-5]]:11: note: let the thread resume the coroutine when it is done
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: ~desk destroys its member first.
lib::task<void> sit_down() {
  desk mine;
  // CHECK: :[[@LINE-1]]:8: warning: destroying 'mine' may block the thread of this coroutine; it reaches 'join' [coro-blocking-call]
  // CHECK: :[[@LINE-22]]:11: note: '~desk' destroys 'files' here
  // CHECK: :[[@LINE-34]]:16: note: '~indexer' calls 'stop' here
  // CHECK: :[[@LINE-32]]:15: note: 'stop' calls 'join' here; it waits for a thread to end
  // CHECK: :[[@LINE-6]]:17: note: 'sit_down' is a coroutine
  // CHECK: :[[@LINE-6]]:8: note: let the thread resume the coroutine when it is done
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: no destructor is written, the member's joins.
lib::task<void> switch_on() {
  lamp mine;
  // CHECK: :[[@LINE-1]]:8: warning: destroying 'mine' may block the thread of this coroutine; it destroys 'flicker' [coro-blocking-call]
  // CHECK: :[[@LINE-30]]:16: note: '~lamp' destroys 'flicker' here; it waits for the thread to end
  // CHECK: :[[@LINE-4]]:17: note: 'switch_on' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: keep the std::jthread outside of the coroutine, or let it resume the coroutine when it is done
  co_await lib::sleep(std::chrono::seconds(1));
}
