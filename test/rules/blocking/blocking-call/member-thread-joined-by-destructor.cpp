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
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: ~desk destroys its member first.
lib::task<void> sit_down() {
  desk mine;
  co_await lib::sleep(std::chrono::seconds(1));
}

// Found: no destructor is written, the member's joins.
lib::task<void> switch_on() {
  lamp mine;
  co_await lib::sleep(std::chrono::seconds(1));
}
