// RUN: %check_rule %s coro-lock-across-await
// The temporary guard is gone at the end of the statement before the
// suspension.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> send(int value);

class locked_list {
public:
  locked_list(std::mutex &mutex, std::vector<int> &data)
      : lock_(mutex), data_(data) {}
  std::vector<int> *operator->() const { return &data_; }

private:
  std::unique_lock<std::mutex> lock_;
  std::vector<int> &data_;
};

class synchronized_list {
public:
  locked_list lock() { return locked_list(mutex_, data_); }

private:
  std::mutex mutex_;
  std::vector<int> data_;
};

lib::task<void> send_first(synchronized_list &shared) {
  int first = shared.lock()->front();
  co_await send(first);
}

lib::task<void> wait_until_empty(synchronized_list &shared) {
  while (!shared.lock()->empty())
    co_await send(0);
}
// CHECK-NONE
