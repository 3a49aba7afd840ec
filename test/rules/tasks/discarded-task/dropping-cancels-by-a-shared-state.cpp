// RUN: %check_rule %s coro-discarded-task
// The destructor of an eager task destroys the coroutine by way of a state that
// it has in common with the promise.

#include <coroutine>
#include <memory>

class state {
public:
  void know(std::coroutine_handle<> coroutine) { coroutine_ = coroutine; }
  void cancel() {
    if (coroutine_)
      coroutine_.destroy();
  }

private:
  std::coroutine_handle<> coroutine_;
};

class order {
public:
  struct promise_type {
    std::shared_ptr<state> common = std::make_shared<state>();
    order get_return_object() {
      common->know(std::coroutine_handle<promise_type>::from_promise(*this));
      return order(common);
    }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_always final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception();
  };

  explicit order(std::shared_ptr<state> common) : common_(common.get()) {}
  order(order &&other) noexcept : common_(other.common_) {
    other.common_ = nullptr;
  }
  ~order() {
    if (common_)
      common_->cancel();
  }

  bool await_ready() const;
  void await_suspend(std::coroutine_handle<> waiter);
  void await_resume();

private:
  state *common_;
};

order send(int number);

order send_both() {
  send(1);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'send' is dropped; dropping it cancels 'send' at its next suspension [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  co_await send(2);
}
