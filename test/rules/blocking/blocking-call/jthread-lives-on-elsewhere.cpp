// RUN: %check_rule %s coro-blocking-call
// A std::jthread that is not destroyed with a thread to wait for.

#include "lazy.h"
#include <thread>
#include <utility>

void index_files();

class service {
public:
  // Moved into a member.
  lib::task<void> start() {
    std::jthread worker(index_files);
    worker_ = std::move(worker);
    co_return;
  }

private:
  std::jthread worker_;
};

// Handed to the caller.
lib::task<std::jthread> start_indexer() {
  std::jthread worker(index_files);
  co_return worker;
}

// Detached.
lib::task<void> index_unattended() {
  std::jthread worker(index_files);
  worker.detach();
  co_return;
}

// Somebody else's, or none at all.
lib::task<bool> is_running(std::jthread &worker) {
  std::jthread none;
  std::jthread &same = worker;
  co_return same.joinable();
}
// CHECK-NONE
