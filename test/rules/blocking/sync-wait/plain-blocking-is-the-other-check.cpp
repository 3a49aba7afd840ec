// RUN: %check_rule %s coro-sync-wait
// Sleeping and joining threads are findings of coro-blocking-call.

#include "lazy.h"
#include <chrono>
#include <future>
#include <thread>

int count_files();

lib::task<void> work() {
  std::this_thread::sleep_for(std::chrono::seconds(1));
  std::thread beside(count_files);
  beside.join();
  auto dropped = std::async(count_files);
  co_return;
}
// CHECK-NONE
