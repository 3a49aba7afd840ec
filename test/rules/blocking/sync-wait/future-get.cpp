// RUN: %check_rule %s coro-sync-wait
// Futures of the standard library, in all the ways to wait for one.

#include "lazy.h"
#include <chrono>
#include <future>
#include <memory>
#include <vector>

int count_files();

// Found: a parameter.
lib::task<int> take(std::future<int> counted) { co_return counted.get(); }

// Found: std::async and get in one breath.
lib::task<int> count() { co_return std::async(count_files).get(); }

// Found: in a loop, through a reference.
lib::task<int> sum(std::vector<std::future<int>> parts) {
  int all = 0;
  for (auto &part : parts)
    all += part.get();
  co_return all;
}

// Found twice: wait_for with a real time-out, wait through a pointer.
lib::task<void> linger(std::shared_future<int> shared,
                       std::unique_ptr<std::future<int>> owned) {
  shared.wait_for(std::chrono::seconds(2));
  owned->wait();
  co_return;
}
