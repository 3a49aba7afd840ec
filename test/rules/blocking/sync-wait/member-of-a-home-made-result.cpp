// RUN: %check_rule %s coro-sync-wait
// An eager result with a get for threads and an await for coroutines.

#include <condition_variable>
#include <coroutine>
#include <exception>
#include <mutex>

class result {
public:
  struct promise_type {
    result get_return_object();
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_never final_suspend() const noexcept { return {}; }
    void return_value(int value);
    void unhandled_exception() { std::terminate(); }
  };

  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  int await_resume();

  int get() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return done_; });
    return value_;
  }

private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool done_ = false;
  int value_ = 0;
};

result compute(int input);

// Found: get waits as its body shows.
result twice(int input) { co_return 2 * compute(input).get(); }
// CHECK: :[[@LINE-1]]:56: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-16]]:14: note: 'get' calls 'wait' here; it waits for another thread to notify
// CHECK: :[[@LINE-3]]:8: note: 'twice' is a coroutine
// CHECK: :[[@LINE-4]]:56: note: co_await the work instead of waiting for it

// Found: a result of somebody else.
result add(result &first, int second) { co_return first.get() + second; }
// CHECK: :[[@LINE-1]]:57: warning: 'get' waits for async work inside a coroutine; if that work needs this thread, both wait for ever [coro-sync-wait]
// CHECK: :[[@LINE-23]]:14: note: 'get' calls 'wait' here; it waits for another thread to notify
// CHECK: :[[@LINE-3]]:8: note: 'add' is a coroutine
// CHECK: :[[@LINE-4]]:57: note: co_await the work instead of waiting for it

// Not found.
result sum(int input) { co_return co_await compute(input) + 1; }
