// RUN: %check_rule %s coro-blocking-call
// What one writes in place of blocking: awaited timers, work for a pool.

#include "executor.h"
#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <fstream>
#include <future>
#include <thread>

using namespace std::chrono_literals;
void load(const char *path);

lib::task<void> waits_well() { co_await lib::sleep(100ms); }

lib::task<void> elsewhere(lib::pool &workers) {
  workers.post([] { std::this_thread::sleep_for(1s); });
  workers.post([] { std::ifstream file("data"); });
  std::thread([] { std::this_thread::sleep_for(1s); }).detach();
  co_return;
}

lib::task<void> kept_for_later() {
  auto slow = [] { std::this_thread::sleep_for(1s); };
  (void)slow;
  co_return;
}

// CHECK-NONE
