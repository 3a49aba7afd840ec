// RUN: %check_rule %s coro-lock-across-await
// A temporary guard that is only made in one part of a condition is gone when
// the condition is decided.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> send(int value);

class locked_list {
public:
  locked_list(std::mutex &mutex, std::vector<int> &data)
      : lock_(mutex), data_(data) {}
  const std::vector<int> *operator->() const { return &data_; }

private:
  std::unique_lock<std::mutex> lock_;
  std::vector<int> &data_;
};

struct synchronized_list {
  locked_list lock() { return {mutex, data}; }
  std::mutex mutex;
  std::vector<int> data;
};

lib::task<void> send_if(bool open, synchronized_list &list) {
  if (open && !list.lock()->empty())
    co_await send(1);
  co_await send(2);
}

lib::task<void> send_size(bool open, synchronized_list &list) {
  auto size = open ? list.lock()->size() : 0;
  co_await send(static_cast<int>(size));
}

lib::task<void> send_while(bool open, synchronized_list &list) {
  while (!open || list.lock()->size() < 10)
    co_await send(3);
}
// CHECK-NONE
