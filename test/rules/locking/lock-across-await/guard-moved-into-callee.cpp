// RUN: %check_rule %s coro-lock-across-await
// A guard that is given away by value is the callee's business.

#include "lazy.h"
#include <mutex>
#include <utility>

lib::task<void> append(std::unique_lock<std::mutex> lock, int value);

class appender {
public:
  void take(std::unique_lock<std::mutex> &&lock);
  lib::task<void> run();
};

std::mutex log_mutex;

lib::task<void> append_moved() {
  std::unique_lock lock(log_mutex);
  co_await append(std::move(lock), 1);
}

lib::task<void> append_temporary() {
  co_await append(std::unique_lock(log_mutex), 2);
}

lib::task<void> append_by_object() {
  std::unique_lock lock(log_mutex);
  appender writer;
  writer.take(std::move(lock));
  co_await writer.run();
}
// CHECK-NONE
