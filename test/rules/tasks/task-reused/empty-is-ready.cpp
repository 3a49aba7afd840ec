// RUN: %check_rule %s coro-task-reused
// An empty one of these means that there is nothing to wait for.

#include <coroutine>
#include <exception>
#include <utility>

class job {
public:
  struct promise_type {
    job get_return_object();
    std::suspend_always initial_suspend() const noexcept { return {}; }
    std::suspend_always final_suspend() const noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() { std::terminate(); }
  };
  job() = default;
  job(job &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  job &operator=(job &&other) noexcept;
  bool await_ready() const noexcept { return !self_ || self_.done(); }
  std::coroutine_handle<> await_suspend(std::coroutine_handle<> caller) {
    return self_;
  }
  void await_resume() const noexcept {}

private:
  std::coroutine_handle<promise_type> self_;
};

job save(int id);
job all(job first, job second);

job maybe(bool any) {
  job work;
  if (any)
    work = save(1);
  co_await work;
}

job moved() {
  job work = save(1);
  co_await all(std::move(work), save(2));
  co_await work;
}

// CHECK-NONE
