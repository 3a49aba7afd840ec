// RUN: %check_rule %s coro-sync-wait
// A loop that a coroutine runs is no wait for one task: its own words.

#include "lazy.h"
#include <chrono>

namespace boost::asio {
class io_context {
public:
  unsigned long run();
  unsigned long poll();
  template <class Duration> unsigned long run_for(Duration span);
  void restart();
};
} // namespace boost::asio
class QEventLoop {
public:
  int exec();
  void quit();
};

// Found: also the second time.
lib::task<int> drain(boost::asio::io_context &loop) {
  loop.run();
  // CHECK: :[[@LINE-1]]:8: warning: 'run' runs an event loop inside a coroutine; until it ends, nothing that called this coroutine goes on [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'run' runs an event loop inside the one that runs this coroutine
  // CHECK: :[[@LINE-4]]:16: note: 'drain' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the operation; the event loop is running already
  loop.restart();
  loop.run();
  // CHECK: :[[@LINE-1]]:8: warning: 'run' runs an event loop inside a coroutine; until it ends, nothing that called this coroutine goes on [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:8: note: 'run' runs an event loop inside the one that runs this coroutine
  // CHECK: :[[@LINE-10]]:16: note: 'drain' is a coroutine
  // CHECK: :[[@LINE-4]]:8: note: co_await the operation; the event loop is running already
  co_return 0;
}

// Found.
lib::task<int> ask_user() {
  QEventLoop inner;
  co_return inner.exec();
  // CHECK: :[[@LINE-1]]:19: warning: 'exec' runs an event loop inside a coroutine; until it ends, nothing that called this coroutine goes on [coro-sync-wait]
  // CHECK: :[[@LINE-2]]:19: note: 'exec' runs an event loop inside this one
  // CHECK: :[[@LINE-5]]:16: note: 'ask_user' is a coroutine
  // CHECK: :[[@LINE-4]]:19: note: co_await the signal that would end the loop
}

// Not found: a program has to run its loop somewhere.
int main() {
  boost::asio::io_context loop;
  loop.run();
  return QEventLoop().exec();
}
