// RUN: %check_rule %s coro-lock-across-await
// The range of a for loop that is itself the lock.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> send(int value);

class locked_list {
public:
  locked_list(std::mutex &mutex, std::vector<int> &data)
      : lock_(mutex), data_(data) {}
  auto begin() const { return data_.begin(); }
  auto end() const { return data_.end(); }
  std::vector<int> copy() const { return data_; }

private:
  std::unique_lock<std::mutex> lock_;
  std::vector<int> &data_;
};

struct synchronized_list {
  locked_list lock() { return {mutex, data}; }
  std::mutex mutex;
  std::vector<int> data;
};

// Found at the call of lock: the loop keeps what it runs over, and its lock.
lib::task<void> send_each(synchronized_list &list) {
  for (int value : list.lock())
  // CHECK: :[[@LINE-1]]:20: warning: the temporary 'locked_list' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:5: note: suspends here while the temporary 'locked_list' is held
  // CHECK: :[[@LINE-3]]:20: note: copy what is needed into a variable first, in a statement of its own, or use a mutex whose lock is awaited
    co_await send(value);
}

// Not found: the temporary guard is gone when the loop begins.
lib::task<void> send_each_of_copy(synchronized_list &list) {
  for (int value : list.lock().copy())
    co_await send(value);
}
