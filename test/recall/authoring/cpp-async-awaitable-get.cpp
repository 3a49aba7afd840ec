// Repository: microsoft/cpp-async
// Fixed in: 2defd7ad1ee92530dbb4148f7eff13ac5593d5d3
// A thread waits for the end of a coroutine and destroys it. It was woken up by
// final_suspend, at a time when the coroutine is not suspended yet.

#include <condition_variable>
#include <coroutine>
#include <exception>
#include <mutex>

class event_signal {
  std::mutex mutex_;
  std::condition_variable changed_;
  bool set_ = false;

public:
  void set() noexcept {
    std::lock_guard lock(mutex_);
    set_ = true;
    changed_.notify_all();
  }
  void wait() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return set_; });
  }
};

class [[nodiscard]] get_task {
public:
  struct promise_type {
    event_signal done;
    std::exception_ptr failure;
    get_task get_return_object() {
      return get_task(std::coroutine_handle<promise_type>::from_promise(*this));
    }
    std::suspend_never initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() noexcept {
      done.set(); // BUG: coro-promise-contract
      return {};
    }
    void unhandled_exception() { failure = std::current_exception(); }
    void return_void() const noexcept {}
  };
  get_task(const get_task &) = delete;
  ~get_task() { self_.destroy(); }
  void get() const { self_.promise().done.wait(); }

private:
  explicit get_task(std::coroutine_handle<promise_type> self) : self_(self) {}
  std::coroutine_handle<promise_type> self_;
};
