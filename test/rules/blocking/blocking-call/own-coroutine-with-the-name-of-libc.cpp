// RUN: %check_rule %s coro-blocking-call
// The name tells nothing: these overloads return something to await.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <unistd.h>

lib::sleep_operation sleep(std::chrono::seconds length);
lib::task<int> poll(int queue);
lib::task<void> fsync(lib::task<int> file);

lib::task<int> next_item(int queue) {
  co_await sleep(std::chrono::seconds(1));
  int item = co_await poll(queue);
  co_await fsync(poll(queue));
  co_return item;
}
// CHECK-NONE
