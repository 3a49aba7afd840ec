// RUN: %check_rule %s coro-blocking-call
// Awaiters that let somebody else wait, and members that only have such names.

#include "lazy.h"
#include <chrono>
#include <coroutine>
#include <exception>
#include <future>
#include <thread>
#include <unistd.h>

class on_new_thread {
public:
  bool await_ready() const noexcept { return false; }
  void await_suspend(std::coroutine_handle<> waiter) {
    std::thread([waiter] {
      std::this_thread::sleep_for(std::chrono::seconds(1));
      waiter.resume();
    }).detach();
  }
  void await_resume() const noexcept {}
};

// Its future is ready by then; that it waits at all is another check's
// business.
class future_awaiter {
public:
  explicit future_awaiter(std::future<int> result)
      : result_(std::move(result)) {}
  bool await_ready() const {
    return result_.wait_for(std::chrono::seconds(0)) ==
           std::future_status::ready;
  }
  void await_suspend(std::coroutine_handle<> waiter);
  int await_resume() { return result_.get(); }

private:
  std::future<int> result_;
};

// A generator's promise runs on the thread of its consumer.
class lines {
public:
  struct promise_type {
    lines get_return_object() { return {}; }
    std::suspend_always initial_suspend() noexcept { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    std::suspend_always yield_value(int) { return {}; }
    void return_void() { ::sync(); }
    void unhandled_exception() { std::terminate(); }
  };
};

// No awaiter: the other members are missing.
class barrier {
public:
  void await_ready() { ::sync(); }
  void return_void() { ::sync(); }
};

// CHECK-NONE
