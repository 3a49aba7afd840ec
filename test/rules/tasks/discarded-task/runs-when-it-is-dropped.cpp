// RUN: %check_rule %s coro-discarded-task
// The destructor of the task resumes the coroutine: whoever drops it lets it
// go.

#include <coroutine>

template <class T> struct sent_off {
  struct promise_type;
  using handle = std::coroutine_handle<promise_type>;

  struct promise_type {
    std::coroutine_handle<> next = std::noop_coroutine();
    sent_off get_return_object() {
      return sent_off(handle::from_promise(*this));
    }
    std::suspend_always initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception();
  };

  explicit sent_off(handle coroutine) : coroutine(coroutine) {}
  sent_off(sent_off &&other) noexcept : coroutine(other.coroutine) {
    other.coroutine = nullptr;
  }
  ~sent_off() {
    if (!coroutine)
      return;
    if (coroutine.done())
      coroutine.destroy();
    else
      start();
  }

  bool await_ready() const noexcept { return false; }
  handle await_suspend(std::coroutine_handle<> waiter) {
    coroutine.promise().next = waiter;
    return coroutine;
  }
  void await_resume() {}

private:
  void start() { coroutine.resume(); }

  handle coroutine;
};

sent_off<void> ring(int times);

template <class Task> auto start(Task &&task) {
  return Task(static_cast<Task &&>(task));
}

void ring_once() { ring(1); }

sent_off<void> ring_twice() {
  start(ring(1));
  ring(2);
  co_await ring(3);
}

// CHECK-NONE
