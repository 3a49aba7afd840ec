// RUN: %check_rule %s coro-sync-wait
// The thread that waits is not the one that runs the coroutine.

#include "lazy.h"
#include <functional>
#include <future>
#include <memory>
#include <thread>
#include <vector>

lib::task<void> refresh();

std::vector<std::function<void()>> blocking_jobs;

lib::task<void> refresh_beside() {
  std::thread([] { lib::sync_wait(refresh()); }).detach();
  co_return;
}

lib::task<void> refresh_later() {
  blocking_jobs.push_back([] { lib::sync_wait(refresh()); });
  co_return;
}

lib::task<void> log_result(std::future<int> result, void (*log)(int)) {
  auto shared = std::make_shared<std::future<int>>(std::move(result));
  blocking_jobs.push_back([shared, log] { log(shared->get()); });
  co_return;
}
// CHECK-NONE
