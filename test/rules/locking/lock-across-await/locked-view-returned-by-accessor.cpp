// RUN: %check_rule %s coro-lock-across-await
// A class that keeps a guard beside the data, as folly::Synchronized and its
// like return it.

#include "lazy.h"
#include <mutex>
#include <vector>

lib::task<void> send(int value);

class locked_list {
public:
  locked_list(std::mutex &mutex, std::vector<int> &data)
      : lock_(mutex), data_(data) {}
  std::vector<int> *operator->() const { return &data_; }
  std::vector<int> &operator*() const { return data_; }

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

// Found: 'list' holds the lock.
lib::task<void> send_first(synchronized_list &shared) {
  auto list = shared.lock();
  // CHECK: :[[@LINE-1]]:8: warning: 'list' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE+2]]:3: note: suspends here while 'list' is held
  // CHECK: :[[@LINE-3]]:8: note: close the scope of 'list' before the suspension, or use a mutex whose lock is awaited
  co_await send(list->front());
}

// Found: the temporary lives to the end of the full expression.
lib::task<void> send_last(synchronized_list &shared) {
  co_await send(shared.lock()->back());
  // CHECK: :[[@LINE-1]]:17: warning: the temporary 'locked_list' stays locked while this coroutine is suspended; another thread may resume and unlock it [coro-lock-across-await]
  // CHECK: :[[@LINE-2]]:3: note: suspends here while the temporary 'locked_list' is held
  // CHECK: :[[@LINE-3]]:17: note: copy what is needed into a variable first, in a statement of its own, or use a mutex whose lock is awaited
}
