// RUN: %check_rule %s coro-blocking-call
// An asynchronous generator awaits between its values: it runs on an executor.

#include "lazy.h"
#include "timer.h"
#include <chrono>
#include <coroutine>
#include <exception>
#include <thread>

template <class T> class async_generator {
public:
  struct promise_type {
    T *current = nullptr;
    std::coroutine_handle<> consumer;
    async_generator get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    std::suspend_always yield_value(T &value) {
      current = &value;
      return {};
    }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  lib::task<T *> next();
};

// Found: the consumer awaits next(), its thread must not sleep.
async_generator<int> readings() {
  for (int i = 0; i < 10; ++i) {
    co_await lib::sleep(std::chrono::milliseconds(1));
    std::this_thread::sleep_for(std::chrono::seconds(1));
    // CHECK: :[[@LINE-1]]:23: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:23: note: 'sleep_for' puts the whole thread to sleep
    // CHECK: :[[@LINE-6]]:22: note: 'readings' is a coroutine
    // CHECK: :[[@LINE-4]]:23: note: co_await a timer of your coroutine library
    co_yield i;
  }
}
