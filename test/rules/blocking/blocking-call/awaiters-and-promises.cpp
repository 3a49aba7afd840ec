// RUN: %check_rule %s coro-blocking-call
// The members of awaiters and promises run while a coroutine does.

#include "lazy.h"
#include <chrono>
#include <coroutine>
#include <exception>
#include <string>
#include <thread>
#include <unistd.h>

// Found in await_suspend: the thread that would go on with others sleeps.
class pause {
public:
  explicit pause(std::chrono::milliseconds length) : length_(length) {}
  bool await_ready() const noexcept { return length_.count() == 0; }
  void await_suspend(std::coroutine_handle<> waiter) {
    std::this_thread::sleep_for(length_);
    // CHECK: :[[@LINE-1]]:23: warning: 'sleep_for' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:23: note: 'sleep_for' puts the whole thread to sleep
    // CHECK: :[[@LINE-4]]:8: note: 'await_suspend' runs on the thread of the coroutine that awaits
    // CHECK: :[[@LINE-4]]:23: note: let a thread that may block do it, and resume the coroutine from there
    waiter.resume();
  }
  void await_resume() const noexcept {}

private:
  std::chrono::milliseconds length_;
};

// Found in await_resume, through a helper.
class log_line {
public:
  explicit log_line(int file) : file_(file) {}
  bool await_ready() const noexcept { return true; }
  void await_suspend(std::coroutine_handle<>) {}
  void await_resume() { flush(); }
  // CHECK: :[[@LINE-1]]:25: warning: 'flush' may block the thread of this coroutine; it reaches 'fsync' [coro-blocking-call]
  // CHECK: :[[@LINE+5]]:20: note: 'flush' calls 'fsync' here; it waits for the storage
  // CHECK: :[[@LINE-3]]:8: note: 'await_resume' runs on the thread of the coroutine that awaits
  // CHECK: :[[@LINE-4]]:25: note: let a thread that may block do it, and resume the coroutine from there

private:
  void flush() { ::fsync(file_); }
  int file_;
};

// Found in the promise: every coroutine of this type waits for the disk.
class audited {
public:
  struct promise_type {
    audited get_return_object() { return {}; }
    std::suspend_never initial_suspend() noexcept { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() { ::sync(); }
    // CHECK: :[[@LINE-1]]:28: warning: 'sync' blocks the thread of this coroutine; every other task there waits too [coro-blocking-call]
    // CHECK: :[[@LINE-2]]:28: note: 'sync' waits for the storage
    // CHECK: :[[@LINE-3]]:10: note: 'return_void' is called by each coroutine of this type
    // CHECK: :[[@LINE-4]]:28: note: let a thread that may block do it, and resume the coroutine from there
    void unhandled_exception() { std::terminate(); }
  };
};
