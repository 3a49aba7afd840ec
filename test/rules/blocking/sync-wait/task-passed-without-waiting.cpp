// RUN: %check_rule %s coro-sync-wait
// Functions that take a task and do not wait for it.

#include "lazy.h"
#include <chrono>
#include <mutex>
#include <utility>
#include <vector>

class queue {
public:
  void push(lib::task<void> work) {
    std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(work));
  }
  void run_some() {
    for (auto &work : waiting_)
      work.resume();
  }

private:
  std::mutex mutex_;
  std::vector<lib::task<void>> waiting_;
};

template <class T> bool is_started(const lib::task<T> &work) {
  return !work.valid();
}

lib::task<void> refresh();

lib::task<void> schedule() {
  queue later;
  later.push(refresh());
  auto next = refresh();
  if (!is_started(next))
    later.push(std::move(next));
  later.run_some();
  co_return;
}
// CHECK-NONE
