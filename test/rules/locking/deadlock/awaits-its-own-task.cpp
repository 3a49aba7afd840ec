// RUN: %check_rule %s coro-deadlock
// The coroutine waits for its own end.

#include "async_mutex.h"
#include "lazy.h"

class server {
public:
  void start() { running_ = run(); }
  lib::task<void> run();

private:
  lib::task<void> running_;
};

lib::task<void> server::run() {
  co_await running_;
  // CHECK: :[[@LINE-1]]:3: warning: task 'running_' is that of 'run' itself; it waits for its own end [coro-deadlock]
  // CHECK: :[[@LINE-10]]:27: note: the task is put into 'running_' here
  // CHECK: :[[@LINE-3]]:3: note: await it from outside, or leave the co_await out
}
