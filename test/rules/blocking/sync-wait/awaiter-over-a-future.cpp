// RUN: %check_rule %s coro-sync-wait
// The usual adapter: a thread waits, then resumes the coroutine.

#include "lazy.h"
#include <chrono>
#include <coroutine>
#include <exception>
#include <future>
#include <thread>

template <class T> class future_awaiter {
public:
  explicit future_awaiter(std::future<T> result) : result_(std::move(result)) {}
  bool await_ready() const {
    return result_.wait_for(std::chrono::seconds(0)) ==
           std::future_status::ready;
  }
  void await_suspend(std::coroutine_handle<> waiter) {
    std::thread([this, waiter] {
      result_.wait();
      waiter.resume();
    }).detach();
  }
  T await_resume() { return result_.get(); }

private:
  std::future<T> result_;
};

template <class T>
future_awaiter<T> operator co_await(std::future<T> &&result) {
  return future_awaiter<T>(std::move(result));
}

lib::task<int> count(std::future<int> first, int (*count_files)()) {
  int counted = co_await std::move(first);
  co_return counted + co_await std::async(count_files);
}
// CHECK-NONE
