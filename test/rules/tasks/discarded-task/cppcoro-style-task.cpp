// RUN: %check_rule %s coro-discarded-task
// A task with operator co_await for lvalues and rvalues, whose promise stands
// outside of it and deduces the type of initial_suspend.

#include <coroutine>
#include <utility>

class task;

class task_promise {
public:
  task get_return_object() noexcept;
  auto initial_suspend() noexcept { return std::suspend_always{}; }
  auto final_suspend() noexcept { return std::suspend_always{}; }
  void unhandled_exception() noexcept {}
  void return_void() noexcept {}
};

class [[nodiscard]] task {
public:
  using promise_type = task_promise;
  using handle = std::coroutine_handle<promise_type>;
  task(task &&other) noexcept : self_(std::exchange(other.self_, nullptr)) {}
  ~task() {
    if (self_)
      self_.destroy();
  }
  struct awaiter {
    handle self;
    bool await_ready() const noexcept { return false; }
    handle await_suspend(std::coroutine_handle<>) noexcept { return self; }
    void await_resume() {}
  };
  bool is_ready() const noexcept { return self_.done(); }
  awaiter operator co_await() const & noexcept { return {self_}; }
  awaiter operator co_await() const && noexcept { return {self_}; }
  awaiter when_ready() const noexcept { return {self_}; }

private:
  handle self_;
};

task save(int id);

// Found three times: the third only looks.
task handle(int id) {
  save(id);
  // CHECK: :[[@LINE-1]]:3: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it, return it, or hand it to a function that spawns it
  (void)save(id + 1);
  // CHECK: :[[@LINE-1]]:9: warning: the task returned by 'save' is dropped; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:9: note: the cast to void silences the compiler, it does not run the task
  // CHECK: :[[@LINE-3]]:9: note: co_await it, return it, or hand it to a function that spawns it
  auto pending = save(id + 2);
  // CHECK: :[[@LINE-1]]:8: warning: task 'pending' is never awaited; it is lazy, so 'save' never runs [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:8: note: co_await it, return it, or hand it to a function that spawns it
  if (pending.is_ready())
    co_return;
}

// Found: what when_ready returns must be awaited in its turn.
task handle_half(int id) {
  auto pending = save(id);
  pending.when_ready();
  // CHECK: :[[@LINE-1]]:3: warning: the awaitable returned by 'when_ready' is dropped; it works only when it is awaited [coro-discarded-task]
  // CHECK: :[[@LINE-2]]:3: note: co_await it
  co_return;
}

// Not found.
task handle_well(int id) {
  auto pending = save(id);
  co_await pending.when_ready();
  co_await std::move(pending);
}
