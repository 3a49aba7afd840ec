// RUN: %check_rule %s coro-discarded-task
// The destructor of an eager task destroys its coroutine only if it has ended.
// Otherwise it runs on.

#include <coroutine>

class upload {
public:
  struct promise_type {
    bool dropped = false;
    upload get_return_object() {
      return upload(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception();
  };
  explicit upload(std::coroutine_handle<promise_type> coroutine)
      : coroutine_(coroutine) {}
  upload(upload &&other) noexcept;
  ~upload() {
    if (!coroutine_)
      return;
    if (!coroutine_.done())
      coroutine_.promise().dropped = true;
    else
      coroutine_.destroy();
  }
  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();

private:
  std::coroutine_handle<promise_type> coroutine_;
};

upload send(int number);

upload send_both() {
  send(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'send' is dropped; 'send' runs on, but nobody sees its end or its failure [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_await send(2);
}

void starts_it() { send(3); }
